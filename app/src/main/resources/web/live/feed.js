// What the server tells live, for this tab: orders are handed on at once, but while many come only a few
// times a second, so that to watch costs little; a tab that nobody sees only remembers that it missed
// something.
import {Stream} from './stream.js';

const QUIET_MILLIS = 15_000;
const LOOK_EVERY_MILLIS = 1_000;
const REST_MILLIS = 400;
const MANY_ORDERS = 50;
const LONG_REST_MILLIS = 1_000;

export class Feed {
  constructor() {
    this.hearers = new Map();
    this.heard = 0;
    this.connected = false;
    this.waiting = [];
    this.next = 0;
  }

  on(name, hear) {
    if (!this.hearers.has(name)) this.hearers.set(name, []);
    this.hearers.get(name).push(hear);
    return this;
  }

  tell(name, value) { for (const hear of this.hearers.get(name) ?? []) hear(value); }

  begin() {
    this.stream = new Stream((message) => this.take(message));
    document.addEventListener('visibilitychange', () => this.seen());
    setInterval(() => this.look(), LOOK_EVERY_MILLIS);
  }

  // A page that hears nothing says so: an old picture must not look like a quiet market.
  get quiet() { return !this.connected || Date.now() - this.heard > QUIET_MILLIS; }

  look() {
    if (!document.hidden && this.heard && Date.now() - this.heard > 2 * QUIET_MILLIS) {
      this.heard = Date.now();
      this.connected = false;
      this.stream.takeOver();
    }
    this.tell('tick');
  }

  take({name, text, texts}) {
    if (name === 'lost') { this.connected = false; this.tell('tick'); return; }
    const back = !this.connected;
    this.connected = true;
    this.heard = Date.now();
    if (document.hidden) {
      this.missed = true;
      if (name === 'status') this.status = text;
      return;
    }
    if (back || name === 'open' || name === 'reset') { this.waiting = []; this.tell('reload'); }
    if (name === 'orders') texts.forEach((one) => this.gather(JSON.parse(one).order));
    else if (text && name !== 'reset') this.tell(name, JSON.parse(text));
    this.tell('tick');
  }

  gather(order) {
    this.waiting.push(order);
    this.soon ??= setTimeout(() => {
      this.soon = null;
      const orders = this.waiting;
      this.next = Date.now() + (orders.length > MANY_ORDERS ? LONG_REST_MILLIS : REST_MILLIS);
      this.waiting = [];
      if (orders.length) this.tell('orders', orders);
    }, Math.max(0, this.next - Date.now()));
  }

  seen() {
    if (document.hidden || !this.missed) return;
    this.missed = false;
    if (this.status) this.tell('status', JSON.parse(this.status));
    this.status = null;
    this.tell('reload');
  }
}
