// What an order costs about, and what buying power is left: shown before it is sent.
import {$, pair} from '../base/dom.js';
import {decimal, times, minus, sign, text} from '../base/decimal.js';
import {dollars} from '../base/format.js';

// The price that counts: the limit where there is one, then the stop, then the quote.
function price(wish, quote) {
  return decimal(wish.limitPrice) ?? decimal(wish.stopPrice) ?? decimal(quote.price(wish.side));
}

export function cost(wish, quote) {
  if (wish.cash) return decimal(wish.cash);
  return times(decimal(wish.qty), price(wish, quote));
}

export function estimate(wish, quote, account) {
  const about = wish.symbol && (wish.qty || wish.cash) ? cost(wish, quote) : null;
  const power = decimal(account?.buyingPower);
  const left = wish.side === 'buy' && about ? minus(power, about) : null;
  const lines = [pair(wish.side === 'buy' ? 'Estimated cost' : 'Estimated proceeds', about ? `≈ ${dollars(text(about, 2))}` : '–')];
  if (wish.side === 'buy') {
    lines.push(pair('Buying power', power ? dollars(account.buyingPower) : 'unknown'));
    lines.push(pair('Left afterwards', left ? `≈ ${dollars(text(left, 2))}` : '–', left && sign(left) < 0 ? 'bad' : ''));
  }
  $('estimate').replaceChildren(...lines);
}
