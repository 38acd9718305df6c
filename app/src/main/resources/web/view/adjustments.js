// Fees, dividends, splits and other entries of the broker that are no trades, newest first.
import {el, button, keyed, table, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {amount, change, price, time, words} from '../base/format.js';
import {Question} from '../base/question.js';

const PAGE_ENTRIES = 100;
const MAX_ENTRIES = 2_000;
const EVERY_MILLIS = 10_000;

export class AdjustmentList {
  constructor() {
    this.entries = new Map();
    this.body = el('tbody');
    this.said = el('p', {class: 'foot', role: 'status'});
    this.older = button('Older', () => this.more(), {id: 'adjustments-older', hidden: true});
    this.panel = el('section', {class: 'panel', id: 'adjustments', 'aria-labelledby': 'adjustments-head'},
        el('div', {class: 'bar'}, el('h3', {id: 'adjustments-head'}, 'Fees, dividends and other adjustments'), el('div', {class: 'filters'}, el('a', {class: 'export', href: '/api/v1/export/adjustments', download: ''}, 'Export CSV'))),
        el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'adjustments-head'},
            table('Adjustments, newest first', ['Time', 'Kind', 'Symbol', '#Quantity', '#Dollars', '#Price', 'Order', 'What'], this.body)),
        el('div', {class: 'bar end'}, this.said, this.older));
    this.question = new Question(() => this.load(), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
  }

  enter() { this.question.begin(); }
  leave() { this.question.end(); }

  async load(before) {
    return {before, page: await ask('GET', `/adjustments?limit=${PAGE_ENTRIES}${before ? `&before=${before}` : ''}`)};
  }

  async more() {
    try { this.show(await this.load(this.next), null); } catch (problem) { this.show(null, problem); }
  }

  show(answer, problem) {
    this.problem = problem;
    if (answer) {
      const {adjustments, next} = answer.page;
      const known = adjustments.some((one) => this.entries.has(one.number));
      // More than a page is new: the known entries no longer adjoin it.
      if (!answer.before && adjustments.length && !known) this.entries.clear();
      if (answer.before || !this.entries.size) this.next = next;
      adjustments.forEach((one) => this.entries.set(one.number, one));
    }
    this.paint();
  }

  paint() {
    const entries = [...this.entries.values()].sort((a, b) => b.number - a.number).slice(0, MAX_ENTRIES);
    keyed(this.body, entries, (one) => one.number, (one) => {
      const cash = change(one.cash);
      return el('tr', {},
          el('th', {scope: 'row'}, time(one.at)), el('td', {title: one.type}, words(one.kind)), el('td', {}, one.symbol ?? '–'),
          el('td', {class: 'n'}, amount(one.qty)), el('td', {class: `n ${cash.kind}`}, cash.text), el('td', {class: 'n'}, price(one.price)),
          el('td', {}, one.brokerOrderId ?? '–'), el('td', {class: 'long'}, one.text));
    });
    this.older.hidden = !this.next || this.entries.size >= MAX_ENTRIES;
    write(this.said, this.problem ? `Not available: ${this.problem.message}` : entries.length ? `${entries.length} shown` : 'The broker has booked only trades.', this.problem ? 'foot bad-text' : 'foot');
  }
}
