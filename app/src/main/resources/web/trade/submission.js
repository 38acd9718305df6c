// Submits one order under one key, kept until it is answered: a double click, a reload and a retry after a
// lost answer are one order. An unanswered order is looked up by its key, and sent again only on request.
import {ask, freshKey} from '../base/api.js';

const KEPT = 'lockstep-unanswered';
const DOUBLE_CLICK_MILLIS = 1_000;
const FIRST_PAUSE_MILLIS = 1_500;
const LONGEST_PAUSE_MILLIS = 30_000;
const UNAUTHORIZED = 401;
// The request stored and sent nothing; an earlier one with its key may have.
const NOT_STORED = 'not_stored';

export class Submissions {
  // `report` gets what became of an order.
  constructor(report) {
    this.report = report;
    this.sending = false;
    this.answeredAt = 0;
    this.pause = FIRST_PAUSE_MILLIS;
  }

  get unanswered() { return JSON.parse(sessionStorage.getItem(KEPT)); }

  // Whether another order has to wait.
  get busy() { return this.sending || Boolean(this.unanswered); }

  // Whether a click may still be the second one of a double click.
  get justAnswered() { return Date.now() - this.answeredAt < DOUBLE_CLICK_MILLIS; }

  // A key makes the order the same one as that of another tab. Answers what became of it, if it was sent.
  async send(order, key) {
    const text = JSON.stringify(order);
    if (this.busy || (this.justAnswered && text === this.lastText)) return null;
    this.lastText = text;
    return this.deliver({key: key ?? freshKey(), order, at: new Date().toISOString()}, !key);
  }

  // The same order under the same key.
  async retry() {
    const kept = this.unanswered;
    if (!kept || this.sending) return;
    const {notSent, ...one} = kept;
    await this.deliver(one, Boolean(notSent));
  }

  keep(one) { sessionStorage.setItem(KEPT, JSON.stringify(one)); }

  discard() {
    this.settle();
    this.report({kind: 'discarded'});
  }

  // `unsent` says that no request with this key can have been sent before.
  async deliver(one, unsent) {
    this.sending = true;
    this.keep(one);
    clearTimeout(this.timer);
    this.report({kind: 'sending', ...one});
    let outcome;
    try {
      const answer = await ask('POST', '/orders', one.order, one.key);
      this.settle();
      outcome = {kind: 'answered', answer};
    } catch (problem) {
      // A refusal of this very request ends it; anything else proves nothing.
      const final = problem.refused && problem.status !== UNAUTHORIZED;
      const notSent = unsent && problem.body?.code === NOT_STORED;
      if (final) this.settle(); else this.keep({...one, notSent});
      outcome = {kind: final ? 'refused' : 'unanswered', problem, ...one, notSent};
    }
    this.sending = false;
    this.report(outcome);
    if (outcome.kind === 'unanswered') this.checkLater();
    return outcome;
  }

  // Asks the server for the key: what it does not have was not sent.
  async check() {
    const one = this.unanswered;
    if (!one || this.sending) return;
    clearTimeout(this.timer);
    try {
      const {orders} = await ask('GET', `/orders?key=${encodeURIComponent(one.key)}`);
      if (this.unanswered?.key !== one.key || this.sending) return;
      if (orders.length) this.found(orders[0]); else this.report({kind: 'unknown', ...one});
    } catch (problem) {
      if (this.unanswered?.key !== one.key || this.sending) return;
      this.report({kind: 'unanswered', problem, ...one});
      this.checkLater();
    }
  }

  checkLater() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), this.pause);
    this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_MILLIS);
  }

  // A live event may be the answer.
  orders(orders) {
    const order = this.unanswered && !this.sending && orders.find((one) => one.key === this.unanswered.key);
    if (order) this.found(order);
  }

  found(order) {
    this.settle();
    this.report({kind: 'answered', answer: {result: 'already_submitted', order, text: order.text}});
  }

  settle() {
    clearTimeout(this.timer);
    sessionStorage.removeItem(KEPT);
    this.answeredAt = Date.now();
    this.pause = FIRST_PAUSE_MILLIS;
  }
}
