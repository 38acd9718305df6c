// The order list as a grid: heads that sort, rows in sight only, and the keys of lists.
import {el} from '../base/dom.js';
import {words} from '../base/format.js';
import {prefs} from '../base/prefs.js';
import {COLUMNS} from './columns.js';
import {actOf, pressed} from '../shell/bindings.js';
import {quantity, described} from './status.js';
import {Virtual} from './virtual.js';

export class Grid {
  // `columns` answers which columns are shown.
  constructor(box, book, choice, acts, columns) {
    Object.assign(this, {book, choice, acts, columns});
    this.sort = null;
    this.head = el('div', {class: 'row head', role: 'row'}, el('span', {role: 'columnheader'}, el('span', {class: 'unseen'}, 'Chosen')),
        ...COLUMNS.map((column) => this.headOf(column)));
    this.canvas = el('div', {class: 'grid', role: 'grid', tabindex: 0, 'aria-label': 'Orders', 'aria-multiselectable': 'true', id: 'order-grid'}, this.head);
    this.scroller = el('div', {class: 'scroll'}, this.canvas);
    this.empty = el('p', {class: 'empty'});
    box.append(this.scroller, this.empty);
    this.virtual = new Virtual(this.scroller, this.canvas, {
      key: (entry) => entry.order.id,
      make: () => this.make(),
      fill: (node, entry, i) => this.fill(node, entry, i),
      mark: (entry, i) => `${entry.order.version} ${i} ${entry.at.rank} ${entry.at.alone} ${this.choice.has(entry.order.id)} ${this.choice.active === entry.order.id} ${prefs.zone}`,
    });
    this.virtual.onPaint = (first, last) => this.painted(first, last);
    this.canvas.addEventListener('keydown', (event) => this.key(event));
    this.canvas.addEventListener('mousedown', (event) => { if (event.shiftKey) event.preventDefault(); });
    this.canvas.addEventListener('click', (event) => this.click(event));
    this.canvas.addEventListener('dblclick', (event) => { const id = this.idAt(event); if (id && !event.target.closest('button, input')) this.acts.show(id); });
  }

  headOf(column) {
    return el('span', {role: 'columnheader', class: `${column.name}${column.number ? ' n' : ''}`, data: {column: column.name}},
        column.sort ? el('button', {type: 'button', class: 'sort', onclick: () => this.acts.sort(column)}, column.label, el('span', {class: 'way', 'aria-hidden': 'true'})) : el('span', {class: 'unseen'}, column.spoken));
  }

  showSort(column, way) {
    for (const head of this.head.children) {
      const here = column && head.dataset.column === column.name;
      if (here) head.setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending'); else head.removeAttribute('aria-sort');
      const sign = head.querySelector('.way');
      if (sign) sign.textContent = here ? (way > 0 ? ' ▲' : ' ▼') : '';
    }
  }

  paint() {
    this.virtual.items = this.book.rows;
    this.virtual.soon();
  }

  painted(first, last) {
    // A column of which no order has a value takes no room.
    for (const {name} of COLUMNS) this.canvas.classList.toggle(`no-${name}`, !this.columns.shows(name) || (name === 'strategy' && !this.book.strategies));
    this.canvas.setAttribute('aria-rowcount', this.book.size + 1);
    const active = this.choice.active && this.virtual.nodes.get(this.choice.active);
    if (active) this.canvas.setAttribute('aria-activedescendant', active.id); else this.canvas.removeAttribute('aria-activedescendant');
    this.onPaint?.(first, last);
  }

  make() {
    const pick = el('input', {type: 'checkbox', tabindex: -1, class: 'pick'});
    return el('div', {class: 'row body', role: 'row'}, el('span', {role: 'gridcell', class: 'choose'}, pick),
        ...COLUMNS.map((column) => el('span', {role: 'gridcell', class: column.name})));
  }

  fill(node, {order, at}, i) {
    const chosen = this.choice.has(order.id);
    node.id = `order-${order.id}`;
    node.dataset.id = order.id;
    node.className = `row body rank-${at.rank}${chosen ? ' chosen' : ''}${this.choice.active === order.id ? ' active' : ''}${order.status === 'unknown' ? ' unknown' : ''}`;
    node.setAttribute('aria-selected', String(chosen));
    node.setAttribute('aria-rowindex', i + 2);
    const pick = node.querySelector('.pick');
    pick.checked = chosen;
    pick.setAttribute('aria-label', `Select ${words(order.side)} ${quantity(order)} ${order.symbol} ${described(order)}`);
    COLUMNS.forEach((column, at2) => {
      const cell = node.children[at2 + 1];
      cell.className = `${column.name}${column.number ? ' n' : ''} ${column.kind?.(order) ?? ''}`;
      if (column.title) cell.title = column.title(order) ?? '';
      const depth = at.rank === 1 && at.alone ? 3 : at.rank;
      // A button that stays the same keeps its element, so that a click that begins on it ends on it.
      const same = column.same?.(order, depth);
      if (same !== undefined && cell.same === same) return;
      cell.same = same;
      cell.replaceChildren(...column.show(order, depth, this.acts).filter((part) => part != null));
    });
  }

  idAt(event) { return event.target.closest?.('.row.body')?.dataset.id; }

  click(event) {
    const id = this.idAt(event);
    if (!id || event.target.closest('button')) return;
    if (event.shiftKey) this.choice.through(id);
    else if (event.ctrlKey || event.metaKey || event.target.closest('.choose')) this.choice.toggle(id);
    else this.choice.only(id);
  }

  key(event) {
    if (event.target !== this.canvas || event.altKey) return;
    const named = actOf(pressed(event), 'list');
    const move = {down: 1, up: -1}[named] ?? {ArrowDown: 1, ArrowUp: -1, PageDown: this.page(), PageUp: -this.page(), Home: -Infinity, End: Infinity}[event.key];
    const id = this.choice.active;
    const act = move ? () => this.step(move, event.shiftKey)
        : event.key === 'a' && (event.ctrlKey || event.metaKey) ? () => this.choice.all()
        : event.ctrlKey || event.metaKey ? null
        : event.key === 'Escape' ? () => this.choice.none()
        : id && this.book.get(id) ? {' ': () => this.choice.toggle(id), Enter: () => this.acts.show(id), select: () => this.choice.toggle(id), replace: () => this.acts.replace(id),
          copy: () => this.acts.copy(id), cancel: () => this.acts.cancel(this.choice.list.length ? this.choice.list : [id])}[named ?? event.key] : null;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  page() { return Math.max(1, Math.floor(this.scroller.clientHeight / (this.virtual.row || 28)) - 2); }

  step(by, extend) {
    if (!this.book.size) return;
    const from = this.book.indexOf(this.choice.active);
    const to = Math.max(0, Math.min(this.book.size - 1, from < 0 ? (by > 0 && by !== Infinity ? 0 : by === Infinity ? this.book.size - 1 : 0) : from + by));
    const id = this.book.rows[to].order.id;
    if (extend) { this.choice.anchor ??= this.choice.active ?? id; this.choice.through(id); } else this.choice.go(id);
    this.virtual.reveal(to);
  }
}
