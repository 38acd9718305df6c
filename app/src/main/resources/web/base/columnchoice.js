// Which columns of a table are shown: chosen by the boxes of a button, kept in this browser, reset to all.
import {button as made, el} from './dom.js';
import {popover} from './popover.js';

const KEPT = 'lockstep-columns';

function read() {
  try { return JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { return {}; }
}

export class ColumnChoice {
  // `columns` of {name, label}, in their order; one that is `fixed` is always shown. `changed` is called when the choice changes.
  constructor(table, columns, changed) {
    this.table = table;
    this.columns = columns;
    this.changed = changed;
    this.read();
    this.boxes = columns.filter((column) => !column.fixed).map(({name, label}) => el('input', {type: 'checkbox', name, onchange: (event) => this.show(name, event.target.checked), 'aria-label': label}));
    this.button = made('Columns', () => {}, {class: 'columns-button', data: {columns: table}});
    this.box = el('div', {class: 'drop', role: 'group', 'aria-label': `Columns of ${table}`},
        ...this.boxes.map((box) => el('label', {class: 'check'}, box, ` ${box.getAttribute('aria-label')}`)),
        el('div', {class: 'acts start'}, made('Reset', () => this.reset())));
    this.tick();
    window.addEventListener('storage', (event) => { if (event.key === KEPT) { this.read(); this.tick(); this.changed(); } });
  }

  // Once the button is in its place.
  begin() { popover(this.button, this.box); }

  read() {
    const kept = read()[this.table];
    const known = this.columns.filter((column) => !column.fixed).map((column) => column.name);
    this.hidden = new Set(Array.isArray(kept) ? kept.filter((name) => known.includes(name)) : []);
  }

  shows(name) { return !this.hidden.has(name); }

  show(name, shown) {
    if (shown) this.hidden.delete(name); else this.hidden.add(name);
    this.keep();
  }

  reset() {
    this.hidden.clear();
    this.keep();
  }

  keep() {
    localStorage.setItem(KEPT, JSON.stringify({...read(), [this.table]: [...this.hidden]}));
    this.tick();
    this.changed();
  }

  tick() { for (const box of this.boxes) box.checked = this.shows(box.name || box.getAttribute('name')); }

  // Hides the cells of a row of a plain table that has one cell for each column.
  row(tr) {
    if (tr.children.length === this.columns.length) this.columns.forEach(({name}, i) => { tr.children[i].hidden = !this.shows(name); });
    return tr;
  }

  // The same for all rows of a table.
  rows(table) { for (const tr of table.querySelectorAll('tr')) this.row(tr); }
}

// The columns of heads such as those of `table` in dom.js, named by their labels; those of `fixed` are always shown.
export const named = (heads, ...fixed) => heads.map((head) => head.replace('#', '')).map((label) => ({name: label, label, fixed: fixed.includes(label)}));
