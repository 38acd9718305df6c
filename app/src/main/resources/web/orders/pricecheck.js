// The verdict on a price while it is typed in a question: each order gets its own before it can be sent.
import {EXPECTED, plainNumber} from '../base/number.js';

const PAUSE_MILLIS = 250;

// The typed price; null if it is not a price above 0.
function priceOf(typed) {
  const price = plainNumber(typed, '$');
  return price === null || Number(price) === 0 ? null : price;
}

export class PriceCheck {
  // `judged` answers what would become of an order, `terms` the order at a price.
  constructor(judged, terms) {
    this.judged = judged;
    this.terms = terms;
    this.known = new Map();
  }

  // What is said of the typed price. `again` is called when its verdict is there.
  says(typed, again) {
    const price = priceOf(typed);
    if (price === null) return `Expected ${EXPECTED}, above 0`;
    const order = this.terms(price);
    const key = JSON.stringify(order);
    if (this.known.has(key)) return `At ${price}: ${this.known.get(key)}`;
    if (this.asked !== key) this.ask(key, order, again);
    return `At ${price}: checking`;
  }

  ask(key, order, again) {
    this.asked = key;
    clearTimeout(this.pause);
    this.pause = setTimeout(async () => {
      await this.check(order);
      if (this.asked !== key) return;
      this.asked = null;
      again();
    }, PAUSE_MILLIS);
  }

  async check(order) { this.known.set(JSON.stringify(order), (await this.judged(order)).text); }

  // Whether the order at this price has a verdict.
  done(typed) {
    const price = priceOf(typed);
    return price !== null && this.known.has(JSON.stringify(this.terms(price)));
  }
}
