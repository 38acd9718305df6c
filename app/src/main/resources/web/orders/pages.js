// Loads the orders page by page, from the newest on, for as long as somebody wants more.
import {ask} from '../base/api.js';

const PAGE_ORDERS = 1_000;

export class Pages {
  constructor(take) {
    this.take = take;
    this.generation = 0;
    this.next = null;
  }

  get done() { return !this.loading && !this.next; }

  begin(filter) {
    this.filter = filter;
    this.next = null;
    this.problem = null;
    this.generation++;
    this.loading = false;
    return this.more(true);
  }

  async more(first = false) {
    if (this.loading || (!first && !this.next)) return;
    this.loading = true;
    const generation = this.generation;
    const params = new URLSearchParams({...this.filter, limit: PAGE_ORDERS});
    if (this.next) params.set('after', this.next);
    let orders = [];
    try {
      const page = await ask('GET', `/orders?${params}`);
      if (generation !== this.generation) return;
      orders = page.orders;
      this.next = page.next;
      this.problem = null;
    } catch (problem) {
      if (generation !== this.generation) return;
      this.problem = problem.message;
    }
    this.loading = false;
    this.take(orders, first);
  }

  // All that is left, for an order of rows that needs them all.
  async rest(stop) {
    const generation = this.generation;
    if (this.emptying === generation || this.loading) return;
    this.emptying = generation;
    while (this.next && generation === this.generation && !this.problem && !stop()) await this.more();
    if (this.emptying === generation) this.emptying = null;
  }
}
