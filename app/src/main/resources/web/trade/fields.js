// The fields of the ticket: which of them count, what is written in them, and what is wrong with it.
import {el} from '../base/dom.js';
import {EXPECTED, plainNumber} from '../base/number.js';

const KEPT = 'lockstep-ticket';
// The fields as the ticket calls them: the server names them as requests do, such as trailPrice.
const plainWords = (text) => text.replace(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
const UNITS = {qty: '', notional: '$', limitPrice: '$', stopPrice: '$', trailPrice: '$', trailPercent: '%', takeProfit: '$', stopLoss: '$', stopLossLimit: '$'};

export class Fields {
  constructor(form) {
    this.form = form;
    this.all = form.elements;
  }

  // The order as the server takes it, and the first field that holds no amount.
  read() {
    const order = {};
    let wrong = null;
    for (const [name, written] of new FormData(this.form)) {
      const hidden = this.all[name].closest?.('label')?.hidden;
      const value = written.trim();
      if (hidden || !value) continue;
      order[name] = name in UNITS ? plainNumber(value, UNITS[name]) : name === 'symbol' ? value.toUpperCase() : value;
      if (order[name] === null) wrong ??= {field: name, value, expected: EXPECTED};
    }
    return {order, wrong};
  }

  get symbol() { return this.all.symbol.value.trim().toUpperCase(); }

  shape() {
    const {type, orderClass, side} = this.all;
    for (const label of this.form.querySelectorAll('[data-for]')) label.hidden = !label.dataset.for.split(' ').includes(type.value);
    for (const label of this.form.querySelectorAll('[data-for-class]')) label.hidden = !label.dataset.forClass.split(' ').includes(orderClass.value);
    this.form.dataset.side = side.value;
  }

  // Everything but the symbol and the side: prices and quantities belong to one order only.
  clear() {
    for (const name of Object.keys(UNITS)) this.all[name].value = '';
    this.all.type.value = 'market';
    this.all.timeInForce.value = '';
    this.all.orderClass.value = '';
    this.all.tradingHours.checked = false;
    this.shape();
  }

  // All that is written, as one text.
  get written() { return JSON.stringify(Object.fromEntries(new FormData(this.form))); }

  // What is written survives a reload of this tab.
  keep() { sessionStorage.setItem(KEPT, this.written); }

  restore() {
    let kept = {};
    try { kept = JSON.parse(sessionStorage.getItem(KEPT)) ?? {}; } catch { /* What cannot be read is not restored. */ }
    for (const [name, value] of Object.entries(kept)) if (this.all[name] && name !== 'tradingHours') this.all[name].value = value;
    this.all.tradingHours.checked = kept.tradingHours === 'extended';
  }

  unmark() {
    this.form.querySelectorAll('.field-error').forEach((note) => note.remove());
    this.form.querySelectorAll('[aria-invalid]').forEach((field) => { field.removeAttribute('aria-invalid'); field.removeAttribute('aria-describedby'); });
  }

  // Names the error at its field; answers whether there is such a field.
  mark({field: name, value, expected}) {
    this.unmark();
    const field = [...this.all].find((one) => one.name === name);
    if (!field) return false;
    const note = el('span', {class: 'field-error', id: `error-${field.name}`}, value ? `${value}: expected ${plainWords(expected)}` : plainWords(expected));
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', note.id);
    field.closest('label').append(note);
    return true;
  }
}
