// What an order costs about, and what buying power is left: shown before it is sent.
import {$, pair} from '../base/dom.js';
import {decimal, exact, minus, sign, times} from '../base/decimal.js';
import {dollars} from '../base/format.js';

// The price that counts: the limit where there is one, then the stop, then the quote.
export const priceOf = (order, quote) => order.limitPrice ?? order.stopPrice ?? quote.price(order.side);

export function cost(order, quote) {
  if (order.notional) return decimal(order.notional);
  return times(decimal(order.qty), decimal(priceOf(order, quote)));
}

// `wrong` if a field holds no amount: what the others cost is then not what the order costs.
export function estimate(order, quote, account, wrong = null) {
  const about = !wrong && order.symbol && (order.qty || order.notional) ? cost(order, quote) : null;
  const power = decimal(account?.buyingPower);
  const left = order.side === 'buy' && about ? minus(power, about) : null;
  const lines = [pair(order.side === 'buy' ? 'Estimated cost' : 'Estimated proceeds', about ? `≈ ${dollars(exact(about))}` : '–')];
  if (order.side === 'buy') {
    lines.push(pair('Buying power', power ? dollars(account.buyingPower) : 'unknown'));
    lines.push(pair('Left afterwards', left ? `≈ ${dollars(exact(left))}` : '–', left && sign(left) < 0 ? 'bad' : ''));
  }
  $('estimate').replaceChildren(...lines);
}
