// Replaces an order in its row: new quantity and prices, one key for each wish.
import {el, button} from '../base/dom.js';
import {ask, freshKey} from '../base/api.js';
import {words} from '../base/format.js';
import {note} from '../base/notes.js';

const FIELDS = [['qty', 'Quantity', 'orderQty'], ['limitPrice', 'Limit', 'limitPrice'], ['stopPrice', 'Stop', 'stopPx']];

export class Replace {
  constructor(grid, confirmLive) {
    this.grid = grid;
    this.confirmLive = confirmLive;
    this.keys = new Map();
    this.id = null;
  }

  open(order) {
    this.close();
    this.id = order.id;
    this.order = order;
    const fields = FIELDS.filter(([, , name]) => order[name] != null);
    this.problem = el('span', {class: 'field-error', role: 'status'});
    this.form = el('form', {class: 'replace', 'aria-label': `Replace ${words(order.side)} ${order.symbol}`, novalidate: true,
      onsubmit: (event) => { event.preventDefault(); this.send(); },
      onkeydown: (event) => { if (event.key === 'Escape') { event.stopPropagation(); this.close(true); } }},
    el('strong', {}, `Replace ${words(order.side)} ${order.symbol}`),
    ...fields.map(([name, label, from]) => el('label', {}, `${label} `, el('input', {name, inputmode: 'decimal', value: order[from], data: {was: order[from]}}))),
    el('button', {type: 'submit', class: 'main'}, 'Replace'), button('Back', () => this.close(true)), this.problem);
    this.grid.scroller.append(this.form);
    this.follow();
    this.form.querySelector('input')?.focus();
    this.form.querySelector('input')?.select();
  }

  // Stays on its row while news move the rows.
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

  async send() {
    const wish = {};
    for (const input of this.form.querySelectorAll('input')) if (input.value.trim() !== input.dataset.was) wish[input.name] = input.value.trim();
    if (!Object.keys(wish).length) { this.problem.textContent = 'nothing has changed yet'; return; }
    if (!(await this.confirmLive())) return;
    const id = this.id;
    const text = id + JSON.stringify(wish);
    // The same wish asked again is the same wish, until somebody has answered it.
    if (!this.keys.has(text)) this.keys.set(text, freshKey());
    this.form.inert = true;
    try {
      const answer = await ask('PATCH', `/orders/${id}`, wish, this.keys.get(text));
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
