// One wish has one key, kept until it is answered: a double click, a reload and a repeat after a lost
// answer are one order.
import {ask, freshKey} from '../base/api.js';

const KEPT = 'lockstep-wish';
const SAME_WISH_MILLIS = 1_000;

export class Wishes {
  // `told` hears what became of a wish.
  constructor(told) {
    this.told = told;
    this.sending = false;
  }

  // What was on its way when the page was left is asked about under its own key, never sent anew.
  settle() {
    const kept = sessionStorage.getItem(KEPT);
    if (kept) this.deliver(JSON.parse(kept));
  }

  async send(wish) {
    if (this.sending) return;
    const text = JSON.stringify(wish);
    // The second click of a double click may come after the answer to the first.
    if (text === this.answered?.text && Date.now() - this.answered.at < SAME_WISH_MILLIS) return;
    const kept = sessionStorage.getItem(KEPT);
    const before = kept && JSON.parse(kept);
    if (before && JSON.stringify(before.wish) !== text) {
      await this.deliver(before, ' (this answers the earlier order; send again for this one)');
      return;
    }
    const one = before || {key: freshKey(), wish};
    sessionStorage.setItem(KEPT, JSON.stringify(one));
    await this.deliver(one);
  }

  async deliver({key, wish}, besides = '') {
    this.sending = true;
    this.told({kind: 'sending'});
    let outcome;
    try {
      outcome = {kind: 'answered', answer: await ask('POST', '/orders', wish, key), besides};
      this.settled(wish);
    } catch (problem) {
      // Only a word on this very order ends it: anything else keeps its key, and sending again is the
      // same order.
      const {code, result} = problem.body ?? {};
      const final = problem.status === 400 || code === 'KEY_REUSED' || (problem.status === 422 && result);
      if (final) this.settled(wish);
      outcome = {kind: final ? 'refused' : 'unanswered', problem, besides};
    }
    this.sending = false;
    this.told(outcome);
  }

  settled(wish) {
    sessionStorage.removeItem(KEPT);
    this.answered = {text: JSON.stringify(wish), at: Date.now()};
  }
}
