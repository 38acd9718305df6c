// Closes a position, a part of it, or all of them: the question names quantity and value, and the quantity can be
// changed, also as a percentage.
import {ask} from '../base/api.js';
import {attempt, form, sure} from '../base/dialog.js';
import {amount, dollars, words} from '../base/format.js';
import {note} from '../base/notes.js';
import {EXPECTED, plainNumber} from '../base/number.js';
import {decimal, exact, times} from '../base/decimal.js';
import {PriceCheck} from '../orders/pricecheck.js';
import {half, typedPart} from './sizing.js';

const rest = (unreadable) => (unreadable.length ? `; ${unreadable.length} unreadable ${unreadable.length === 1 ? 'position stays' : 'positions stay'}` : '');
const path = (symbol) => `/positions/${symbol.replace('/', '-')}/close`;

// At the market, or at a limit with the verdict that `judged` answers.
export async function closePosition(one, part, judged) {
  const held = one.brokerQty.replace('-', '');
  const side = one.brokerQty.startsWith('-') ? 'Buy' : 'Sell';
  const price = decimal(one.lastPrice);
  const worth = (qty) => (price ? `, about ${dollars(exact(times(decimal(qty), price)))}` : '');
  let written = null;
  const order = (limitPrice) => ({symbol: one.symbol, side: side.toLowerCase(), qty: written ?? '', type: 'limit', limitPrice, ...(written?.includes('.') ? {} : {timeInForce: 'gtc'})});
  const limits = new PriceCheck(judged, order);
  // A price that is refused can be corrected in the question.
  let result = null;
  const send = (typed, limit) => ask('POST', path(one.symbol), closing(one, typed, limit));
  const answer = await form(`Close ${one.symbol}`, 'Resting orders that hold the shares are canceled first; what stays is protected again. At a limit, the order rests until it fills or is canceled, and the shares to be closed have no stop until then.', side, [{
    name: 'qty', label: `Quantity or per cent, of ${amount(held)} held`, value: part === 'half' ? half(one) : held,
    says: (typed) => { written = typedPart(one, typed); return written ? `${side} ${amount(written)} ${one.symbol}${worth(written)}` : `Expected ${EXPECTED}, at most ${amount(held)}, or a percentage that is a share at least`; },
    check: (typed) => typedPart(one, typed) !== null,
  }, {
    name: 'limit', label: 'Limit price; empty for the market', says: (typed, again) => (!typed.trim() ? 'At the market' : written ? limits.says(typed, again) : ''), check: (typed) => !typed.trim() || limits.done(typed),
  }], 'danger', async ({qty: typed, limit}) => { if (limit.trim()) result = await send(typed, limit); });
  if (!answer) return false;
  result ??= await attempt(() => send(answer.qty, ''));
  if (result) note(`${one.symbol}: ${words(result.result)} ${result.text ?? ''}`);
  return true;
}

// The request to close the typed quantity. Without a quantity the server closes what is held when it gets the request.
export function closing(one, typed, limit) {
  const qty = typedPart(one, typed);
  return {...(qty === one.brokerQty.replace('-', '') ? {} : {qty}), ...(limit.trim() ? {limitPrice: plainNumber(limit, '$')} : {})};
}

// Every position, while trading goes on. What cannot be read is named, and stays.
export async function closeAll(positions, unreadable = []) {
  const held = positions.filter((one) => one.brokerQty !== '0');
  if (!held.length) { note('No positions to close', 'warn'); return false; }
  const names = held.map((one) => `${amount(one.brokerQty)} ${one.symbol}`).join(', ');
  if (!(await sure(`Close ${held.length === 1 ? '1 position' : `all ${held.length} positions`}?`, `At the market: ${names}${rest(unreadable)}. Trading goes on, and other orders keep working; Halt can also stop it.`, 'Close all'))) return false;
  const failed = [];
  for (const one of held) {
    try { await ask('POST', path(one.symbol), {}); } catch (problem) { failed.push(`${one.symbol}: ${problem.message}`); }
  }
  note((failed.length ? `${failed.length} not closed: ${failed[0]}` : `${held.length} closing ${held.length === 1 ? 'order' : 'orders'} requested`) + rest(unreadable), failed.length || unreadable.length ? 'bad' : 'good');
  return true;
}
