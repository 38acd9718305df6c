// Closes a position, a part of it, or all of them: the question names quantity and value, and the quantity can be
// changed, also as a percentage.
import {ask} from '../base/api.js';
import {attempt, form, sure} from '../base/dialog.js';
import {amount, dollars, words} from '../base/format.js';
import {note} from '../base/notes.js';
import {EXPECTED} from '../base/number.js';
import {decimal, text, times} from '../base/decimal.js';
import {half, typedPart} from './sizing.js';

const path = (symbol) => `/positions/${symbol.replace('/', '-')}/close`;

export async function closePosition(one, part) {
  const held = one.brokerQty.replace('-', '');
  const side = one.brokerQty.startsWith('-') ? 'Buy' : 'Sell';
  const price = decimal(one.lastPrice);
  const worth = (qty) => (price ? `, about ${dollars(text(times(decimal(qty), price), 2))}` : '');
  const answer = await form(`Close ${one.symbol}`, 'One market order. Resting orders that hold the shares are canceled first; what stays is protected again.', side, [{
    name: 'qty', label: `Quantity or per cent, of ${amount(held)} held`, value: part === 'half' ? half(one) : held,
    says: (typed) => { const qty = typedPart(one, typed); return qty ? `${side} ${amount(qty)} ${one.symbol} at the market${worth(qty)}` : `Expected ${EXPECTED}, or a percentage that is a share at least`; },
    check: (typed) => typedPart(one, typed) !== null,
  }]);
  if (!answer) return false;
  const qty = typedPart(one, answer.qty);
  const result = await attempt(() => ask('POST', path(one.symbol), qty === held ? {} : {qty}));
  if (result) note(`${one.symbol}: ${words(result.result)} ${result.text ?? ''}`);
  return true;
}

// Every position, while trading goes on.
export async function closeAll(positions) {
  const held = positions.filter((one) => one.brokerQty !== '0');
  if (!held.length) { note('No positions to close', 'warn'); return false; }
  const names = held.map((one) => `${amount(one.brokerQty)} ${one.symbol}`).join(', ');
  if (!(await sure(`Close ${held.length === 1 ? '1 position' : `all ${held.length} positions`}?`, `At the market: ${names}. Trading goes on, and other orders keep working; Halt can also stop it.`, 'Close all'))) return false;
  const failed = [];
  for (const one of held) {
    try { await ask('POST', path(one.symbol), {}); } catch (problem) { failed.push(`${one.symbol}: ${problem.message}`); }
  }
  note(failed.length ? `${failed.length} not closed: ${failed[0]}` : `${held.length} closing ${held.length === 1 ? 'order' : 'orders'} requested`, failed.length ? 'bad' : 'good');
  return true;
}
