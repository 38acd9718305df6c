// Turns a position round: closes it at the market, and when nothing is held any more, opens the same quantity in the
// other direction. Brokers take no order that would do both at once.
import {ask} from '../base/api.js';
import {attempt, sure} from '../base/dialog.js';
import {amount, words} from '../base/format.js';
import {note} from '../base/notes.js';
import {wholeShares} from './sizing.js';

const CHECK_EVERY_MILLIS = 1_000;
const LONGEST_MILLIS = 30_000;

export const reversible = (position) => !position.symbol.includes('/') && opposite(position).qty !== null;

// The order that opens the other direction: in whole shares, because a part of one cannot be sold short.
export function opposite(position) {
  const short = position.brokerQty.startsWith('-');
  return {symbol: position.symbol, side: short ? 'buy' : 'sell', qty: wholeShares(position.brokerQty.replace('-', ''))};
}

// Closes the position. Answers the key of the order that opens the other direction once nothing is held, and null if
// that takes too long. The key is that of the closing order, so two tabs that reverse one position open it once.
export async function closedFirst(position, {send = ask, pause = (millis) => new Promise((go) => setTimeout(go, millis)), now = Date.now} = {}) {
  const {order} = await send('POST', `/positions/${position.symbol.replace('/', '-')}/close`, {});
  const end = now() + LONGEST_MILLIS;
  while (now() < end) {
    await pause(CHECK_EVERY_MILLIS);
    if (await nothingHeld(position.symbol, send)) return {key: `reverse-${order.id}`};
  }
  return {key: null};
}

// A position that is missing among some that cannot be read may be held, and without an answer all of them may be.
async function nothingHeld(symbol, send) {
  try {
    const {positions, unreadable} = await send('GET', '/positions');
    return !unreadable.length && (positions.find((one) => one.symbol === symbol)?.brokerQty ?? '0') === '0';
  } catch { return false; }
}

// Closes a position and then sends the opposite order by the ticket; what is not closed in time is not turned round. The
// order that a person writes meanwhile stays.
export async function reverse(ticket, position) {
  if (!mayReverse(ticket) || !(await ticket.arming.require())) return;
  const {symbol, side, qty} = opposite(position);
  const closing = `${side} ${amount(position.brokerQty.replace('-', ''))} ${symbol}`;
  if (!(await sure(`Reverse ${symbol}?`, `At the market: ${closing} closes the position. When nothing is held any more, ${side} ${amount(qty)} ${symbol} opens the other direction.`, 'Reverse'))) return;
  const {written} = ticket.fields;
  const closed = await attempt(() => untilClosed(position));
  if (!closed) return;
  const why = !closed.key ? 'is not closed yet' : ticket.submissions.busy ? 'is closed, and another order is being sent' : '';
  const opened = !why && await ticket.sendKept({symbol, side, qty, type: 'market'}, closed.key);
  if (opened) return;
  const free = written === ticket.fields.written;
  if (free) ticket.begin(symbol, side, qty);
  if (why) note(`${symbol} ${why}: the other direction was not opened${free ? '; its order is written in the ticket' : ''}`, 'bad');
}

// The second order is sent by this page, so the browser asks before it is left.
async function untilClosed(position) {
  const stay = (event) => event.preventDefault();
  addEventListener('beforeunload', stay);
  try { return await closedFirst(position); } finally { removeEventListener('beforeunload', stay); }
}

function mayReverse(ticket) {
  const state = ticket.trading();
  const why = ticket.halted || (ticket.submissions.busy ? 'First decide on the earlier order in the ticket.' : state && state !== 'active' ? `Trading is ${words(state)}: the other direction would be denied. All closes the position.` : '');
  if (why) note(why, 'bad');
  return !why;
}
