// Turns a position round: closes it at the market, and opens the same quantity in the other direction. The server stores
// both orders before it answers, and sends the second one when nothing is held any more, whether this page is open or not.
import {ask} from '../base/api.js';
import {attempt, sure} from '../base/dialog.js';
import {amount, words} from '../base/format.js';
import {note} from '../base/notes.js';
import {wholeShares} from './sizing.js';

export const reversible = (position) => !position.symbol.includes('/') && opposite(position).qty !== null;

// The order that opens the other direction: in whole shares, because a part of one cannot be sold short.
export function opposite(position) {
  const short = position.brokerQty.startsWith('-');
  return {symbol: position.symbol, side: short ? 'buy' : 'sell', qty: wholeShares(position.brokerQty.replace('-', ''))};
}

// What became of the request, as a sentence.
export const outcome = ({symbol, result, text, order}) => (result === 'waiting'
  ? `${symbol} is being closed; ${order.side} ${amount(order.qty)} waits until nothing is held`
  : `${symbol}: ${words(result)} ${text}`.trim());

// The answer also where the second order was refused: the position is being closed all the same.
async function request(symbol, side) {
  try { return await ask('POST', `/positions/${symbol}/reverse`, {side}); } catch (problem) {
    if (problem.body?.result === 'not_reversed') return problem.body;
    throw problem;
  }
}

// Why a position cannot be reversed now; empty if it can.
export function hindrance(ticket) {
  const state = ticket.trading();
  return ticket.halted || (state && state !== 'active' ? `Trading is ${words(state)}: the other direction would be denied. All closes the position.` : '');
}

export async function reverse(ticket, position) {
  const why = hindrance(ticket);
  if (why) { note(why, 'bad'); return; }
  if (!(await ticket.arming.require())) return;
  const {symbol, side, qty} = opposite(position);
  const closing = `${side} ${amount(position.brokerQty.replace('-', ''))} ${symbol}`;
  if (!(await sure(`Reverse ${symbol}?`, `At the market: ${closing} closes the position. When nothing is held any more, ${side} ${amount(qty)} ${symbol} opens the other direction.`, 'Reverse'))) return;
  const answer = await attempt(() => request(symbol, side));
  if (answer) note(outcome(answer), answer.result === 'not_reversed' ? 'bad' : '');
}
