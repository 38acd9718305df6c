// Notes of what became of orders: a fill politely, a refusal at once, a burst in one line. The note of an
// order follows its status.
import {note, noted} from '../base/notes.js';
import {amount, words} from '../base/format.js';
import {reason} from '../base/reason.js';
import {isTrouble, quantity, shown} from '../orders/status.js';

const MAX_SINGLE = 2;
const MAX_KNOWN = 2_000;
const RECENT_MILLIS = 60_000;

const named = (order) => `${words(order.side)} ${amount(quantity(order))} ${order.symbol}`;

export class OrderNotes {
  // `fresh` gets the orders whose status has just changed.
  constructor(fresh) {
    this.fresh = fresh;
    this.known = new Map();
  }

  orders(orders) {
    const fresh = orders.filter((order) => this.turned(order) && Date.now() - Date.parse(order.updatedAt) < RECENT_MILLIS);
    this.fresh(fresh);
    this.say(fresh.filter((order) => order.status === 'filled'), 'good', (order) => `✓ ${named(order)} filled at ${order.avgFillPrice ?? '?'}`, 'orders filled');
    this.say(fresh.filter((order) => isTrouble(order.status)), 'bad', (order) => `${order.status === 'unknown' ? '?' : '✕'} ${named(order)} ${words(order.status)}${order.text ? `: ${reason(order.text)}` : ''}`, 'orders with problems');
    for (const order of fresh) if (order.status !== 'filled' && !isTrouble(order.status) && noted(order.id)) note(`${named(order)} ${shown(order.status)}`, 'good', order.id);
  }

  // Whether its status differs from the one before.
  turned(order) {
    const before = this.known.get(order.id);
    this.known.delete(order.id);
    this.known.set(order.id, order.status);
    if (this.known.size > MAX_KNOWN) this.known.delete(this.known.keys().next().value);
    return before !== order.status;
  }

  say(orders, kind, line, many) {
    if (orders.length > MAX_SINGLE) note(`${orders.length} ${many}`, kind);
    else orders.forEach((order) => note(line(order), kind, order.id));
  }
}
