// The order list with its tabs, filters and acts.
import {$, el, write} from '../base/dom.js';
import {words} from '../base/format.js';
import {setAddress} from '../shell/address.js';
import {keysOf} from '../shell/bindings.js';
import {note} from '../base/notes.js';
import {reason} from '../base/reason.js';
import {ColumnChoice} from '../base/columnchoice.js';
import {Book} from './book.js';
import {Choice} from './choice.js';
import {COLUMNS} from './columns.js';
import {Grid} from './grid.js';
import {Pages} from './pages.js';
import {filtersOf, misspelled, queryOf, tabOf} from './query.js';
import {slim} from './slim.js';
import {STATUSES, TABS, isClosed} from './status.js';

const MAX_ORDERS = 100_000;
const AHEAD_ROWS = 200;
const SYMBOL_PAUSE_MILLIS = 200;

export class Blotter {
  constructor() {
    this.example = el('button', {type: 'button', id: 'example', class: 'link', onclick: () => this.around.example()}, 'Simulated money: try Buy 10 AAPL');
    this.tab = TABS[0];
    this.counts = null;
    this.meanwhile = [];
    this.book = new Book(MAX_ORDERS);
    this.choice = new Choice(this.book, () => this.paint());
    this.acts = {show: (id) => this.around?.show(id), cancel: (ids) => this.around?.cancel(ids.filter((id) => this.cancelable(id))), copy: (id) => this.copy(id), sort: (column) => this.sort(column), replace: (id) => this.openReplace(id)};
    this.columns = new ColumnChoice('orders', COLUMNS.filter((column) => column.label).map(({name, label}) => ({name, label, fixed: name === 'symbol'})), () => this.paint());
    $('cancel-chosen').before(this.columns.button);
    this.columns.begin();
    this.grid = new Grid($('blotter'), this.book, this.choice, this.acts, this.columns);
    this.grid.onPaint = (first, last) => this.painted(last);
    this.pages = new Pages((orders) => this.loaded(orders));
    this.controls();
  }

  // The list is drawn first; what its buttons do comes with the rest of the screen: {show, cancel, mode, example, replace}.
  join(around) {
    this.around = around;
    this.paint();
  }

  controls() {
    $('tabs').append(...TABS.map((tab) => el('button', {
      type: 'button', data: {tab: tab.name}, 'aria-pressed': String(tab === this.tab), onclick: () => this.pick(tab),
    }, tab.label, el('span', {class: 'count'}))));
    this.statuses();
    this.names();
    $('filter').addEventListener('input', () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.filtered(), SYMBOL_PAUSE_MILLIS);
    });
    for (const id of ['filter-strategy', 'filter-side', 'filter-status']) $(id).addEventListener('change', () => this.filtered());
    $('cancel-chosen').addEventListener('click', () => this.acts.cancel(this.choice.list));
    $('orders-export').append(...['orders', 'fills'].map((kind) => el('a', {class: 'export', download: '', data: {kind}, title: `All ${kind} of the symbol and the strategy that are filtered by, as CSV`}, `${kind === 'orders' ? 'Orders' : 'Fills'} CSV`)));
  }

  statuses() {
    const those = STATUSES.filter((status) => this.tab.has(status));
    $('filter-status').replaceChildren(el('option', {value: ''}, 'Any status'), ...those.map((status) => el('option', {value: status}, words(status))));
    $('filter-status').disabled = those.length < 2;
  }

  pick(tab) {
    this.turn(tab);
    this.filtered();
  }

  turn(tab) {
    if (tab === this.tab) return;
    this.tab = tab;
    for (const button of $('tabs').children) button.setAttribute('aria-pressed', String(button.dataset.tab === tab.name));
    this.statuses();
  }

  // The address names tab and filters, and a link sets them.
  filtered() {
    setAddress({tab: this.tab === TABS[0] ? '' : this.tab.name, symbol: $('filter').value.trim().toUpperCase(), strategy: $('filter-strategy').value, side: $('filter-side').value, status: $('filter-status').value});
    this.reload();
  }

  address(params) {
    const {tab, symbol, strategy, side, status} = filtersOf(params);
    this.turn(tab);
    if ($('filter').value.trim().toUpperCase() !== symbol) $('filter').value = symbol;
    this.names(this.strategies, strategy);
    $('filter-side').value = side;
    $('filter-status').value = status;
    setAddress(misspelled(params));
    if (this.loadedFilter !== undefined && this.changedFilter()) this.reload();
  }

  // The strategies that can be filtered by; without any there is no such filter.
  names(names = [], chosen = $('filter-strategy').value) {
    this.strategies = names;
    const all = [...new Set([...names, ...(chosen ? [chosen] : [])])];
    $('filter-strategy-label').hidden = !all.length;
    const offered = [...$('filter-strategy').options].slice(1).map((option) => option.value);
    if (offered.join('\n') !== all.join('\n') || !$('filter-strategy').options.length) $('filter-strategy').replaceChildren(el('option', {value: ''}, 'All strategies'), ...all.map((name) => el('option', {value: name}, name)));
    $('filter-strategy').value = chosen;
  }

  choose(strategy) {
    this.names(this.strategies, strategy);
    this.turn(tabOf('all'));
    this.filtered();
  }

  get filter() {
    return queryOf({tab: this.tab, status: $('filter-status').value, symbol: $('filter').value.trim().toUpperCase(), strategy: $('filter-strategy').value, side: $('filter-side').value});
  }

  fits(order, {symbol, side, strategy}) {
    const status = $('filter-status').value;
    return (status ? order.status === status : this.tab.has(order.status)) && (!symbol || order.symbol === symbol) && (!strategy || order.strategy === strategy) && (!side || order.side === side);
  }

  // Other orders are listed: none of them is chosen.
  reload() {
    this.choice.ids.clear();
    this.again();
  }

  // What is shown stays until the first page is there, so that a reload does not flicker.
  again() {
    this.fresh = true;
    this.pages.begin(this.filter);
    this.paint();
  }

  // What is drawn until the list itself is loaded, which happens once the page is connected: a change meanwhile is in that.
  preview({query, orders}) {
    if (this.loadedFilter === undefined && JSON.stringify(query) === JSON.stringify(this.filter)) this.keep(orders);
  }

  loaded(orders) {
    this.onListed?.();
    if (this.fresh) {
      this.fresh = false;
      if (!this.pages.problem || this.changedFilter()) this.book.clear();
      this.loadedFilter = JSON.stringify(this.filter);
    }
    this.keep(orders);
    this.keep(this.meanwhile.splice(0));
    if (this.sorted) this.pages.rest(() => this.book.cut);
  }

  changedFilter() { return this.loadedFilter !== JSON.stringify(this.filter); }

  // A page may be older than the events that came while it was loading: they are taken in once more.
  orders(orders) {
    if (this.pages.loading) this.meanwhile.push(...orders);
    this.keep(orders);
  }

  keep(orders) {
    const filter = this.filter;
    this.book.take(orders.map(slim), (order) => this.fits(order, filter));
    this.choice.prune();
    this.paint();
  }

  // Once more on the same head turns it round, and a third time takes it back.
  sort(column) {
    const way = this.sorted?.column === column ? (this.sorted.way === -1 ? 1 : null) : -1;
    this.sorted = way && {column, way};
    this.book.sortBy(way ? column.sort : () => 0, way ?? 1);
    this.grid.showSort(this.sorted?.column, way);
    this.grid.scroller.scrollTop = 0;
    if (this.sorted) this.pages.rest(() => this.book.cut);
    this.paint();
  }

  cancelable(id) {
    const order = this.book.get(id);
    return order && !isClosed(order.status);
  }

  openReplace(id) {
    const order = this.book.get(id);
    if (this.cancelable(id)) this.around?.replace.open(order);
  }

  async copy(id) {
    try {
      await navigator.clipboard.writeText(id);
      note('Order id copied');
    } catch {
      note(`The browser does not allow copying: ${id}`, 'warn');
    }
  }

  showCounts(counts) {
    this.counts = counts;
    this.paintTabs();
    if (this.inviting !== this.example.isConnected) this.paint();
  }

  paintTabs() {
    for (const button of $('tabs').children) {
      const tab = TABS.find((one) => one.name === button.dataset.tab);
      write(button.querySelector('.count'), this.counts ? ` ${tab.count(this.counts).toLocaleString('en')}` : '');
    }
  }

  paint() {
    this.grid.paint();
    const open = this.choice.list.filter((id) => this.cancelable(id)).length;
    $('cancel-chosen').disabled = !open;
    write($('cancel-chosen'), open ? `Cancel ${open} selected` : 'Cancel selected');
    const empty = this.book.size ? '' : this.pages.problem ? `Not available: ${this.pages.problem}` : this.pages.loading || this.loadedFilter === undefined ? 'Loading' : this.emptyText();
    if (this.shownEmpty !== empty) { this.shownEmpty = empty; this.grid.empty.textContent = empty; }
    this.grid.empty.className = this.pages.problem ? 'empty bad-text' : 'empty';
    if (!this.inviting) this.example.remove(); else if (!this.example.isConnected) this.grid.empty.append(' ', this.example);
    this.grid.empty.hidden = !empty;
    write($('orders-foot'), this.foot());
    this.exports();
  }

  // Nothing has been sent yet, and nothing can be lost.
  get inviting() { return this.around?.mode() === 'sim' && this.tab === TABS[0] && !this.pages.loading && !this.pages.problem && this.counts !== null && TABS.at(-1).count(this.counts) === 0; }

  // The server exports everything, whatever is loaded.
  exports() {
    const {symbol, strategy} = this.filter;
    const params = new URLSearchParams({...(symbol ? {symbol} : {}), ...(strategy ? {strategy} : {})});
    for (const link of $('orders-export').children) {
      const href = `/api/v1/export/${link.dataset.kind}${params.size ? `?${params}` : ''}`;
      if (link.getAttribute('href') !== href) link.setAttribute('href', href);
    }
  }

  emptyText() {
    const filtered = Object.keys(this.filter).length > 1 || $('filter-status').value;
    return filtered ? 'No order matches these filters.' : this.tab.name === 'open' ? `No open orders. Press ${keysOf('ticket')} for a new one.` : this.tab.name === 'unknown' ? 'Every order is answered.' : 'No orders here.';
  }

  // The reason of the order that is selected, whole: a column may be too narrow for it.
  get reason() {
    const order = this.choice.active && this.book.get(this.choice.active);
    return order?.text ? ` · ${words(order.side)} ${order.symbol}: ${reason(order.text)}` : '';
  }

  foot() {
    if (this.loadedFilter === undefined) return '';
    const size = this.book.size.toLocaleString('en');
    if (this.pages.problem && this.book.size) return `${size} shown; more could not be loaded: ${this.pages.problem}`;
    if (this.book.cut) return `${size} shown, the maximum; filter to see others`;
    if (this.pages.next) return this.sorted ? `${size} sorted, loading the rest` : `${size} loaded, more as you scroll`;
    return this.book.size ? `${size} ${this.book.size === 1 ? 'order' : 'orders'}${this.reason}` : '';
  }

  painted(last) {
    this.around?.replace.follow();
    if (this.pages.next && !this.book.cut && !this.pages.problem && last > this.book.size - AHEAD_ROWS) this.pages.more();
  }
}
