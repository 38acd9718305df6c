// Replaces an order in its row: new quantity and prices, one key for each change.
import {el, button} from '../base/dom.js';
import {ask, freshKey} from '../base/api.js';
import {words} from '../base/format.js';
import {form, sure} from '../base/dialog.js';
import {note} from '../base/notes.js';
import {EXPECTED, plainNumber} from '../base/number.js';
import {PriceCheck} from './pricecheck.js';

const FIELDS = [['qty', 'Quantity', ''], ['limitPrice', 'Limit', '$'], ['stopPrice', 'Stop', '$'], ['trailPrice', 'Trail', '$'], ['trailPercent', 'Trail %', '%']];
const UNITS = Object.fromEntries(FIELDS.map(([name, , unit]) => [name, unit]));
const TIMES = ['day', 'gtc', 'ioc', 'fok', 'opg', 'cls'];

export class Replace {
  // `judged` answers what would become of an order in place of another one, by some changes.
  constructor(grid, {arming, mode, judged}) {
    this.grid = grid;
    this.arming = arming;
    this.mode = mode;
    this.judged = judged;
    this.keys = new Map();
    this.id = null;
  }

  open(order) {
    this.close();
    this.id = order.id;
    this.order = order;
    const fields = FIELDS.filter(([name]) => order[name] != null);
    this.problem = el('span', {class: 'field-error', role: 'status'});
    this.form = el('form', {class: 'replace', 'aria-label': `Replace ${words(order.side)} ${order.symbol}`, novalidate: true,
      onsubmit: (event) => { event.preventDefault(); this.send(); },
      onkeydown: (event) => { if (event.key === 'Escape') { event.stopPropagation(); this.close(true); } }},
    el('strong', {}, `Replace ${words(order.side)} ${order.symbol}`),
    ...fields.map(([name, label]) => el('label', {}, `${label} `, el('input', {name, inputmode: 'decimal', value: order[name], data: {was: order[name]}}))),
    el('label', {}, 'TIF ', el('select', {name: 'timeInForce', data: {was: order.timeInForce}}, ...TIMES.map((one) => el('option', {value: one, selected: one === order.timeInForce}, one)))),
    el('button', {type: 'submit', class: 'main'}, 'Replace'), button('Back', () => this.close(true)), this.problem);
    this.grid.scroller.append(this.form);
    this.follow();
    this.form.querySelector('input')?.focus();
    this.form.querySelector('input')?.select();
  }

  // Stays on its row while events move the rows.
  follow() {
    if (!this.form) return;
    const index = this.grid.book.indexOf(this.id);
    if (index < 0) { this.problem.textContent = 'it is no longer in this list'; return; }
    this.form.style.transform = `translateY(${index * this.grid.virtual.row + this.grid.virtual.head}px)`;
  }

  close(back = false) {
    this.form?.remove();
    this.form = null;
    this.id = null;
    if (back) this.grid.canvas.focus({preventScroll: true});
  }

  // The same by a price alone, as a line of the chart was dragged to it.
  async byPrice(order, field, price) {
    if (!(await this.arming.require())) return;
    const was = order[field];
    const name = field === 'stopPrice' ? 'Stop price' : 'Limit price';
    const key = freshKey();
    const put = price.toFixed(price < 1 ? 4 : 2);
    const at = (typed) => terms(order, {[field]: typed});
    const check = new PriceCheck((next) => this.judged(next, order, {[field]: next[field]}), at);
    await check.check(at(put));
    let sent = null;
    await form(`Replace ${words(order.side)} ${order.qty ?? ''} ${order.symbol}`, `${name} ${was} becomes the price below.`, 'Replace',
        [{name: 'price', label: name, value: put, says: (typed, again) => check.says(typed, again), check: (typed) => check.done(typed)}], 'main',
        async (answers) => { sent = await ask('PATCH', `/orders/${order.id}`, {[field]: plainNumber(answers.price, '$')}, key); });
    if (sent) note(`Replace ${order.symbol}: ${words(sent.result)} ${sent.text ?? ''}`, sent.result === 'sent' ? 'good' : 'warn');
  }

  changes() {
    const changes = {};
    for (const input of this.form.querySelectorAll('input, select')) {
      if (input.value.trim() === input.dataset.was) continue;
      changes[input.name] = input.name in UNITS ? plainNumber(input.value, UNITS[input.name]) : input.value;
      if (changes[input.name] === null) return {changes, wrong: input.value};
    }
    return {changes};
  }

  async confirmed(changes) {
    if (this.mode() !== 'live') return true;
    return sure(`Replace ${words(this.order.side)} ${this.order.symbol} with real money?`, Object.entries(changes).map(([name, value]) => `${words(name.replace('Price', ' price'))}: ${value}`).join(', '), 'Replace');
  }

  async send() {
    const {changes, wrong} = this.changes();
    if (wrong) { this.problem.textContent = `${wrong}: expected ${EXPECTED}`; return; }
    if (!Object.keys(changes).length) { this.problem.textContent = 'nothing has changed yet'; return; }
    const id = this.id;
    if (!(await this.arming.require()) || !(await this.confirmed(changes)) || this.id !== id) return;
    const text = id + JSON.stringify(changes);
    // The same change requested again has the same key, until it is answered.
    if (!this.keys.has(text)) this.keys.set(text, freshKey());
    this.form.inert = true;
    try {
      const answer = await ask('PATCH', `/orders/${id}`, changes, this.keys.get(text));
      this.keys.delete(text);
      note(`Replace ${this.order.symbol}: ${words(answer.result)} ${answer.text ?? ''}`, answer.result === 'sent' ? 'good' : 'warn');
      if (this.id === id) this.close(true);
    } catch (problem) {
      if (problem.refused) this.keys.delete(text);
      if (this.id !== id) return;
      this.form.inert = false;
      this.problem.textContent = problem.message;
    }
  }
}

// The order as it would be sent with these changes.
function terms(order, changes) {
  const names = ['symbol', 'side', 'qty', 'type', 'limitPrice', 'stopPrice', 'timeInForce', 'strategy'];
  return {...Object.fromEntries(names.filter((name) => order[name] != null).map((name) => [name, order[name]])), ...changes};
}
