// Presets of the ticket: everything but symbol, side and prices, under a name; kept by the browser.
import {el} from '../base/dom.js';
import {form} from '../base/dialog.js';
import {note} from '../base/notes.js';

const KEPT = 'lockstep-presets';
const MAX_PRESETS = 20;
const MAX_NAME_CHARS = 40;
const FIELDS = ['type', 'qty', 'notional', 'timeInForce', 'orderClass', 'strategy'];
const SAVE = ' save';
const REMOVE = ' remove';

// The stored presets that can be read.
export function read(text) {
  try {
    const kept = Object.entries(JSON.parse(text) ?? {}).filter(([name, values]) => name.trim() && values && typeof values === 'object');
    return Object.fromEntries(kept.slice(0, MAX_PRESETS).map(([name, values]) => [name, Object.fromEntries(FIELDS.map((field) => [field, String(values[field] ?? '')]))]));
  } catch { return {}; }
}

export class OrderPresets {
  // `fields` are the elements of the ticket's form, `put` takes values by name.
  constructor(select, {fields, put}) {
    Object.assign(this, {select, fields, put});
    select.addEventListener('change', () => this.chosen(select.value));
    window.addEventListener('storage', (event) => { if (event.key === KEPT) this.paint(); });
    this.paint();
  }

  get all() { return read(localStorage.getItem(KEPT)); }

  paint() {
    const names = Object.keys(this.all).sort();
    this.select.replaceChildren(el('option', {value: ''}, 'Presets'), ...names.map((name) => el('option', {value: name}, name)),
        el('option', {value: SAVE}, 'Save this ticket…'), ...(names.length ? [el('option', {value: REMOVE}, 'Remove one…')] : []));
    this.select.value = '';
  }

  async chosen(value) {
    this.select.value = '';
    if (value === SAVE) await this.save(); else if (value === REMOVE) await this.remove(); else if (value) this.put(this.all[value]);
  }

  async save() {
    const answer = await form('Save this ticket as a preset', 'Type, quantity or dollars, time in force, exits and strategy; no symbol and no prices.', 'Save',
        [{name: 'name', label: 'Name', check: (name) => name.trim() !== '' && name.length <= MAX_NAME_CHARS}], 'main');
    if (!answer) return;
    const all = this.all;
    if (!(answer.name in all) && Object.keys(all).length >= MAX_PRESETS) { note(`There are ${MAX_PRESETS} presets already; remove one first`, 'warn'); return; }
    this.keep({...all, [answer.name]: Object.fromEntries(FIELDS.map((field) => [field, this.fields[field].value]))});
    note(`Preset ${answer.name} is saved`);
  }

  async remove() {
    const names = Object.keys(this.all);
    const answer = await form('Remove a preset', `One of: ${names.join(', ')}.`, 'Remove', [{name: 'name', label: 'Name', check: (name) => names.includes(name.trim())}]);
    if (answer) this.keep(Object.fromEntries(Object.entries(this.all).filter(([name]) => name !== answer.name)));
  }

  keep(all) {
    localStorage.setItem(KEPT, JSON.stringify(all));
    this.paint();
  }
}
