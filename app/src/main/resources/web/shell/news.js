// Tells what became of orders in the corner: a fill politely, a refusal at once, a burst in one line.
import {note} from '../base/notes.js';
import {amount, words} from '../base/format.js';
import {isTrouble, quantity} from '../orders/status.js';

const MAX_SINGLE = 2;
const MAX_KNOWN = 2_000;
const RECENT_MILLIS = 60_000;

export class OrderNotes {
  constructor() { this.known = new Map(); }

  news(orders) {
    const fresh = orders.filter((order) => this.turned(order) && Date.now() - Date.parse(order.updatedAt) < RECENT_MILLIS);
    this.tell(fresh.filter((order) => order.status === 'FILLED'), 'good', (order) => `✓ ${words(order.side)} ${amount(quantity(order))} ${order.symbol} filled at ${order.avgPx ?? '?'}`, 'orders filled');
    this.tell(fresh.filter((order) => isTrouble(order.status)), 'bad', (order) => `${order.status === 'UNKNOWN' ? '?' : '✕'} ${words(order.side)} ${amount(quantity(order))} ${order.symbol} ${words(order.status)}${order.text ? `: ${order.text}` : ''}`, 'orders with problems');
  }

  // Whether its status is another one than when it was last told of.
  turned(order) {
    const before = this.known.get(order.id);
    this.known.delete(order.id);
    this.known.set(order.id, order.status);
    if (this.known.size > MAX_KNOWN) this.known.delete(this.known.keys().next().value);
    return before !== order.status;
  }

  tell(orders, kind, line, many) {
    if (orders.length > MAX_SINGLE) note(`${orders.length} ${many}`, kind);
    else orders.forEach((order) => note(line(order), kind));
  }
}
