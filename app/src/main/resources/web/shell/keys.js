// The keys. The two that stop things work everywhere: no field and no dialog may take them away.
import {$, el, button} from '../base/dom.js';
import {VIEWS} from './views.js';

const SOON_MILLIS = 1_500;

const LISTED = [
  ['F7', 'cancel all, also while typing'], ['F8', 'halt, also while typing'], ['Enter', 'in the ticket: review'], ['Ctrl+Enter', 'in the ticket: send'], ['Esc', 'leaves the ticket'], ['b', 'ticket: buy'], ['s', 'ticket: sell'], ['n', 'ticket'],
  ['o', 'order list'], ['/', 'filter by symbol'], ['1 … 6', 'tabs of the order list'],
  ...VIEWS.map((view) => [`g ${view.key}`, view.label]),
  ['↑ ↓ or j k', 'in the list: rows'], ['Space or x', 'in the list: select, with Shift ↑ ↓ more'], ['Enter', 'in the list: history of the order'],
  ['y', 'in the list: copy the order id'], ['c', 'in the list: cancel the selected orders'], ['r', 'in the list: replace'], ['Ctrl+K', 'commands and symbols, also while typing'], ['?', 'these keys'], ['Esc', 'closes the dialog'],
];

export class Keys {
  constructor({views, acts}) {
    this.views = views;
    this.acts = acts;
    this.prefix = 0;
    document.addEventListener('keydown', (event) => this.press(event));
    document.addEventListener('keydown', (event) => this.palette(event), true);
  }

  // Before any list takes its k for a move.
  palette(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) this.acts.palette();
  }

  press(event) {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const stop = {F7: this.acts.cancelAll, F8: this.acts.halt}[event.key];
    if (stop) { event.preventDefault(); stop(); return; }
    if (event.target.closest('input, select, textarea, dialog')) return;
    const go = Date.now() - this.prefix < SOON_MILLIS ? this.view(event.key) : this.plain(event.key);
    this.prefix = event.key === 'g' ? Date.now() : 0;
    if (go) { event.preventDefault(); go(); }
  }

  view(key) {
    const view = VIEWS.find((one) => one.key === key);
    return view && (() => this.views.go(view.name));
  }

  plain(key) {
    const tab = '123456'.includes(key) && document.querySelectorAll('#tabs button')[Number(key) - 1];
    if (tab) return () => this.trade(() => tab.click());
    return {
      n: () => this.trade(() => this.acts.ticket()), o: () => this.trade(() => $('order-grid').focus()),
      '/': () => this.trade(() => $('filter').focus()), '?': () => this.list(),
      b: () => this.trade(() => this.acts.side('buy')), s: () => this.trade(() => this.acts.side('sell')),
    }[key];
  }

  trade(act) {
    if (this.views.now !== 'trade') { this.views.go('trade'); this.views.show(false); }
    act();
  }

  list() {
    this.box ??= this.made();
    if (!this.box.open) this.box.showModal();
  }

  made() {
    const box = el('dialog', {class: 'keys', 'aria-labelledby': 'keys-head'},
        el('h2', {id: 'keys-head'}, 'Keys'),
        el('dl', {}, ...LISTED.flatMap(([key, text]) => [el('dt', {}, ...key.split(' ').map((one) => (['or', '…'].includes(one) ? ` ${one} ` : el('kbd', {}, one)))), el('dd', {}, text)])),
        el('div', {class: 'acts'}, button('Close', () => box.close(), {class: 'main', autofocus: true})));
    document.body.append(box);
    return box;
  }
}
