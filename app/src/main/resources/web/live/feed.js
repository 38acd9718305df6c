// What the server tells live, for this tab: handed on at once, but while many orders come only now and
// then and all in one, so that to watch costs little. A tab that nobody sees hears nothing, and loads
// everything when it is seen again.
import {ask} from '../base/api.js';
import {Stream} from './stream.js';

const QUIET_MILLIS = 15_000;
const LOOK_EVERY_MILLIS = 1_000;
const UNCONNECTED_MILLIS = 2_000;
const STORE_AWAY = /^the store is away: /;
const SHORT_REST_MILLIS = 50;
const FEW_ORDERS = 4;
const REST_MILLIS = 400;
const MANY_ORDERS = 50;
const LONG_REST_MILLIS = 1_500;

export class Feed {
  constructor() {
    this.hearers = new Map();
    this.heard = 0;
    this.connected = false;
    this.away = null;
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
    this.seen();
    setInterval(() => this.look(), LOOK_EVERY_MILLIS);
  }

  // A page that hears nothing says so: an old picture must not look like a quiet market.
  get quiet() { return !this.connected || Date.now() - this.heard > QUIET_MILLIS; }

  look() {
    if (!document.hidden && Date.now() - Math.max(this.heard, this.began) > 2 * QUIET_MILLIS) {
      this.began = Date.now();
      this.connected = false;
      this.stream.takeOver();
    }
    if (!document.hidden && !this.connected && Date.now() - Math.max(this.heard, this.began) > UNCONNECTED_MILLIS) this.askWhy();
    this.tell('tick');
  }

  // Without live events: whether the server is gone, or answers and its store does not.
  async askWhy() {
    if (this.asking) return;
    this.asking = true;
    try { await ask('GET', '/health'); this.store({away: false}); } catch ({body}) {
      const text = body?.problems?.find((problem) => STORE_AWAY.test(problem));
      this.store({away: Boolean(text), since: this.away?.since ?? body?.at, text: text?.replace(STORE_AWAY, '')});
    }
    this.asking = false;
  }

  // While the store is away nothing is known but that; when it is back, everything is loaded again.
  store({away, since, text}) {
    const back = this.away && !away;
    this.away = away ? {since, text} : null;
    if (back && this.connected) this.tell('reload');
    this.tell('tick');
  }

  // Whoever answers first makes it connected again, and that loads what was missed.
  seen() {
    if (document.hidden) { this.stream.rest(); return; }
    this.began = Date.now();
    this.connected = false;
    this.stream.begin();
  }

  take({name, text, texts}) {
    if (document.hidden) return;
    if (name === 'lost') { this.connected = false; this.tell('tick'); return; }
    const back = !this.connected;
    this.connected = true;
    this.heard = Date.now();
    if (back || name === 'open' || name === 'reset') { this.waiting = []; this.tell('reload'); }
    if (name === 'store') this.store(JSON.parse(text));
    else if (name === 'status' && this.away) this.store({away: false});
    if (name === 'orders') this.gather(texts);
    else if (name === 'status' && this.soon) this.status = text;
    else if (text && name !== 'reset' && name !== 'store') this.tell(name, JSON.parse(text));
    if (back) this.tell('tick');
  }

  gather(texts) {
    this.waiting.push(...texts);
    this.soon ??= setTimeout(() => this.handOn(), Math.max(0, this.next - Date.now()));
  }

  handOn() {
    const texts = this.waiting;
    this.soon = null;
    this.waiting = [];
    this.next = Date.now() + rest(texts.length);
    if (this.status) this.tell('status', JSON.parse(this.status));
    this.status = null;
    if (texts.length) this.tell('orders', texts.map((text) => JSON.parse(text).order));
  }
}

// A few orders are drawn as they come.
function rest(orders) {
  if (orders > MANY_ORDERS) return LONG_REST_MILLIS;
  return orders > FEW_ORDERS ? REST_MILLIS : SHORT_REST_MILLIS;
}
