// Turns a position round: closes it at the market, and when nothing is held any more, opens the same quantity in the
// other direction. Brokers take no order that would do both at once.
import {ask} from '../base/api.js';
import {attempt, sure} from '../base/dialog.js';
import {amount} from '../base/format.js';
import {note} from '../base/notes.js';

const CHECK_EVERY_MILLIS = 1_000;
const LONGEST_MILLIS = 30_000;

export const reversible = (position) => !position.symbol.includes('/') && position.brokerQty !== '0';

// The order that opens the other direction.
export function opposite(position) {
  const short = position.brokerQty.startsWith('-');
  return {symbol: position.symbol, side: short ? 'buy' : 'sell', qty: position.brokerQty.replace('-', '')};
}

// Closes the position and answers whether nothing is held within the longest time. A position that is missing among
// some that cannot be read may be held.
export async function closedFirst(position, {send = ask, pause = (millis) => new Promise((go) => setTimeout(go, millis)), now = Date.now} = {}) {
  await send('POST', `/positions/${position.symbol.replace('/', '-')}/close`, {});
  const end = now() + LONGEST_MILLIS;
  while (now() < end) {
    await pause(CHECK_EVERY_MILLIS);
    const {positions, unreadable} = await send('GET', '/positions');
    if (!unreadable.length && (positions.find((one) => one.symbol === position.symbol)?.brokerQty ?? '0') === '0') return true;
  }
  return false;
}

// Closes a position and then sends the opposite order by the ticket; what is not closed in time is not turned round.
export async function reverse(ticket, position) {
  if (ticket.halted || ticket.submissions.busy || !(await ticket.arming.require())) return;
  const {symbol, side, qty} = opposite(position);
  const act = `${side} ${amount(qty)} ${symbol}`;
  if (!(await sure(`Reverse ${symbol}?`, `At the market: ${act} closes the position. When nothing is held any more, ${act} opens the other direction.`, 'Reverse'))) return;
  const closed = await attempt(() => closedFirst(position));
  if (closed === null) return;
  ticket.begin(symbol, side, qty);
  if (!closed) { note(`${symbol} is not closed yet: the other direction was not opened; its order is written in the ticket`, 'bad'); return; }
  if (ticket.submissions.busy) note(`${symbol} is closed; another order is being sent, so the other direction was not opened; its order is written in the ticket`, 'bad');
  else await ticket.submissions.send(ticket.fields.read().order);
}
