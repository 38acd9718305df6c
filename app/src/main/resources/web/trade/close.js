// Closes a position or a part of it: the question names the quantity and its value, and the quantity can be
// changed.
import {ask} from '../base/api.js';
import {attempt, form} from '../base/dialog.js';
import {amount, dollars, words} from '../base/format.js';
import {note} from '../base/notes.js';
import {EXPECTED, plainNumber} from '../base/number.js';
import {decimal, minus, text, times} from '../base/decimal.js';

const CRYPTO_DIGITS = 9;
const HALF = decimal('0.5');

const plain = (value) => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);

// Half of what is held. What stays of shares is whole, because a stop protects whole shares only.
export function half(one) {
  const held = one.brokerQty.replace('-', '');
  const exact = times(decimal(held), HALF);
  if (one.symbol.includes('/')) return plain(cut(exact, CRYPTO_DIGITS));
  return plain(text(minus(decimal(held), decimal(cut(exact, 0))), decimal(held).scale));
}

// Rounded down.
function cut(exact, digits) {
  const [whole, part = ''] = text(exact, exact.scale).split('.');
  return digits && part ? `${whole}.${part.slice(0, digits)}` : whole;
}

export async function closePosition(one, part) {
  const held = one.brokerQty.replace('-', '');
  const side = one.brokerQty.startsWith('-') ? 'Buy' : 'Sell';
  const price = decimal(one.lastPrice);
  const worth = (qty) => (price && plainNumber(qty) ? `, about ${dollars(text(times(decimal(plainNumber(qty)), price), 2))}` : '');
  const answer = await form(`Close ${one.symbol}`, 'One market order. Resting orders that hold the shares are canceled first; what stays is protected again.', side, [{
    name: 'qty', label: `Quantity, of ${amount(held)} held`, value: part === 'half' ? half(one) : held,
    says: (qty) => (plainNumber(qty) ? `${side} ${amount(plainNumber(qty))} ${one.symbol} at the market${worth(qty)}` : `Expected ${EXPECTED}`), check: (qty) => plainNumber(qty) !== null,
  }]);
  if (!answer) return false;
  const qty = plainNumber(answer.qty);
  const body = qty === held ? {} : {qty};
  const result = await attempt(() => ask('POST', `/positions/${one.symbol.replace('/', '-')}/close`, body));
  if (result) note(`${one.symbol}: ${words(result.result)} ${result.text ?? ''}`);
  return true;
}
