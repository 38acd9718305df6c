// The order list: all loaded orders are kept here, and only the rows in sight are in the page.
import {$, el, time, words} from './dom.js';
import {ask} from './api.js';

const ROW = 28;
const SPARE_ROWS = 8;
const PAGE = 500;
const CLOSED = new Set(['FILLED', 'CANCELED', 'EXPIRED', 'REPLACED', 'REJECTED', 'DENIED', 'NEVER_ACCEPTED']);
const TABS = [
  ['open', 'Open', (s) => !CLOSED.has(s)],
  ['filled', 'Filled', (s) => s === 'FILLED'],
  ['canceled,expired,replaced', 'Canceled', (s) => s === 'CANCELED' || s === 'EXPIRED' || s === 'REPLACED'],
  ['rejected,denied,never_accepted', 'Rejected', (s) => s === 'REJECTED' || s === 'DENIED' || s === 'NEVER_ACCEPTED'],
  ['unresolved', 'Unknown', (s) => s === 'UNKNOWN' || s === 'PENDING_SUBMIT'],
  ['all', 'All', () => true],
];
const HEADS = ['', 'Updated', 'Symbol', 'Side', 'Quantity', 'Type', 'Filled', 'Avg price', 'Status', ''];

export class Blotter {
  constructor(acts) {
    this.acts = acts;
    this.orders = new Map();
    this.shown = [];
    this.chosen = new Set();
    this.tab = TABS[5];
    this.next = null;
    this.loading = false;
    this.generation = 0;
    this.grid = el('div', {class: 'grid', role: 'table', 'aria-label': 'Orders'});
    this.head = el('div', {class: 'row head', role: 'row'},
        ...HEADS.map((text, i) => el('span', {role: 'columnheader', class: i === 4 || i === 6 || i === 7 ? 'n' : ''}, text || (i ? 'Acts' : 'Pick'))));
    $('blotter').append(this.grid);
    $('blotter').addEventListener('scroll', () => this.paintSoon());
    new ResizeObserver(() => this.paintSoon()).observe($('blotter'));
    $('tabs').append(...TABS.map((tab) => el('button', {
      type: 'button', 'aria-pressed': String(tab === this.tab), onclick: () => this.pick(tab),
    }, tab[1])));
    $('filter').addEventListener('input', () => this.reload());
    $('cancel-chosen').addEventListener('click', () => this.acts.cancel([...this.chosen]));
  }

  pick(tab) {
    this.tab = tab;
    [...$('tabs').children].forEach((button, i) => button.setAttribute('aria-pressed', String(TABS[i] === tab)));
    this.reload();
  }

  symbol() { return $('filter').value.trim().toUpperCase(); }

  fits(order) {
    const symbol = this.symbol();
    return this.tab[2](order.status) && (!symbol || order.symbol === symbol);
  }

  async reload() {
    this.orders.clear();
    this.next = null;
    this.generation++;
    this.loading = false;
    await this.more();
  }

  async more() {
    if (this.loading) return;
    this.loading = true;
    const generation = this.generation;
    const params = new URLSearchParams({status: this.tab[0], limit: PAGE});
    if (this.symbol()) params.set('symbol', this.symbol());
    if (this.next) params.set('after', this.next);
    try {
      const page = await ask('GET', `/orders?${params}`);
      if (generation !== this.generation) return;
      page.orders.forEach((order) => this.keep(order));
      this.next = page.next;
      this.problem = null;
    } catch (problem) {
      // A symbol that is half typed finds nothing yet; everything else is said.
      if (generation === this.generation) { this.next = null; this.problem = problem.message; }
    } finally {
      if (generation === this.generation) { this.loading = false; this.refresh(); }
    }
  }

  keep(order) {
    const known = this.orders.get(order.id);
    if (!known || known.version <= order.version) this.orders.set(order.id, order);
  }

  // Live news comes in floods: it is kept at once and painted once a frame.
  news(order) {
    if (this.fits(order)) this.keep(order);
    else this.orders.delete(order.id);
    this.refreshSoon();
  }

  refreshSoon() {
    this.dirty = true;
    this.paintSoon();
  }

  refresh() {
    this.dirty = false;
    this.shown = [...this.orders.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
    for (const id of this.chosen) if (!this.orders.has(id)) this.chosen.delete(id);
    this.paint();
  }

  paintSoon() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      if (this.dirty) this.refresh(); else this.paint();
    });
  }

  paint() {
    const box = $('blotter');
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - SPARE_ROWS);
    const last = Math.min(this.shown.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + SPARE_ROWS);
    const focused = document.activeElement?.closest?.('.row.body');
    const focus = focused && {id: focused.dataset.id, act: document.activeElement.dataset.act};
    this.grid.style.height = `${(this.shown.length + 1) * ROW}px`;
    const rows = this.shown.slice(first, last).map((order, i) => this.row(order, first + i));
    if (!this.shown.length) rows.push(el('p', {class: 'empty'}, this.problem || (this.loading ? 'loading' : 'No orders here.')));
    this.grid.replaceChildren(this.head, ...rows);
    if (focus) this.grid.querySelector(`[data-id="${focus.id}"] [data-act="${focus.act}"]`)?.focus({preventScroll: true});
    $('cancel-chosen').disabled = !this.chosen.size;
    $('cancel-chosen').textContent = this.chosen.size ? `Cancel ${this.chosen.size} chosen` : 'Cancel chosen';
    if (this.next && last > this.shown.length - 50) this.more();
  }

  row(order, index) {
    const open = !CLOSED.has(order.status);
    const row = el('div', {class: `row body${this.chosen.has(order.id) ? ' chosen' : ''}`, role: 'row', data: {id: order.id}},
        el('span', {role: 'cell'}, open ? el('input', {
          type: 'checkbox', 'aria-label': `Choose ${order.symbol} order`, data: {act: 'pick'},
          checked: this.chosen.has(order.id),
          onchange: (event) => { event.target.checked ? this.chosen.add(order.id) : this.chosen.delete(order.id); this.paint(); },
        }) : ''),
        el('span', {role: 'cell', title: order.updatedAt}, time(order.updatedAt)),
        el('span', {role: 'cell'}, el('button', {type: 'button', class: 'link', data: {act: 'show'}, onclick: () => this.acts.show(order.id)}, order.symbol)),
        el('span', {role: 'cell', class: order.side.toLowerCase()}, words(order.side)),
        el('span', {role: 'cell', class: 'n'}, order.orderQty ?? `$${order.cashOrderQty}`),
        el('span', {role: 'cell'}, described(order)),
        el('span', {role: 'cell', class: 'n'}, order.cumQty),
        el('span', {role: 'cell', class: 'n'}, order.avgPx ?? ''),
        el('span', {role: 'cell', class: `state-${order.status}`, title: order.text}, words(order.status)),
        el('span', {role: 'cell'},
            open ? el('button', {type: 'button', data: {act: 'cancel'}, onclick: () => this.acts.cancel([order.id])}, 'Cancel') : order.text || ''));
    row.style.transform = `translateY(${index * ROW}px)`;
    return row;
  }
}

export function described(order) {
  const price = order.limitPrice && order.stopPx ? `${order.stopPx} / ${order.limitPrice}`
      : order.limitPrice ?? order.stopPx ?? (order.trailPercent ? `${order.trailPercent} %` : order.trailPrice) ?? '';
  return `${words(order.type)} ${price} ${order.timeInForce.toLowerCase()}`.replace('  ', ' ');
}
