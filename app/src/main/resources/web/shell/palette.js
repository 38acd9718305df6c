// The command palette: every command and every instrument by a few letters of its name.
import {$, el} from '../base/dom.js';
import {Combobox} from '../base/combobox.js';
import {prefer} from '../base/prefs.js';
import {line, search} from '../trade/symbols.js';
import {keysOf} from './bindings.js';
import {VIEWS} from './viewlist.js';

export class Palette {
  // `trade` gets a symbol for the ticket.
  constructor({views, keys, kill, closeAll, trade}) {
    this.trade = trade;
    this.commands = [
      ...VIEWS.map((view) => ({text: `Go to ${view.label}`, act: `view-${view.name}`, run: () => views.go(view.name), shown: () => !views.links.get(view.name).hidden})),
      {text: 'Buy', act: 'buy', run: () => keys.act('buy')()}, {text: 'Sell', act: 'sell', run: () => keys.act('sell')()},
      {text: 'Order list', act: 'orders', run: () => keys.act('orders')()}, {text: 'Filter orders by symbol', act: 'filter', run: () => keys.act('filter')()},
      {text: 'Add to the watchlist', run: () => keys.trade(() => $('watch-add').focus())},
      {text: 'Show or hide the chart', run: () => keys.trade(() => $('market-toggle').click())},
      {text: 'Show positions', run: () => { location.hash = '#trade'; }}, {text: 'Show strategies', run: () => { location.hash = '#trade?pane=strategies'; }},
      {text: 'Show incidents', run: () => { location.hash = '#health?show=incidents'; }},
      {text: 'Close all positions, trading goes on', run: closeAll},
      {text: 'Cancel all open orders', act: 'cancelAll', run: kill.cancelAll}, {text: 'Halt trading', act: 'halt', run: kill.halt},
      {text: 'Reduce: only orders that reduce a position', run: kill.reduce}, {text: 'Resume trading', run: kill.resume, shown: () => !$('resume').classList.contains('ghost')},
      {text: 'Light colours', run: () => prefer('theme', 'light')}, {text: 'Dark colours', run: () => prefer('theme', 'dark')},
      {text: 'Keys', act: 'keys', run: () => keys.list()},
    ];
  }

  open() {
    if (this.box?.open) { this.box.close(); return; }
    if (document.querySelector('dialog[open]')) return;
    this.box ??= this.made();
    this.field.value = '';
    this.box.showModal();
    this.field.focus();
    this.combobox.typed();
  }

  made() {
    this.field = el('input', {id: 'palette-field', maxlength: 60, spellcheck: false, autocomplete: 'off', 'aria-labelledby': 'palette-head', placeholder: 'A command, a symbol or a name'});
    const host = el('div', {});
    const box = el('dialog', {class: 'palette', 'aria-labelledby': 'palette-head'}, el('h2', {id: 'palette-head'}, 'Commands and symbols'), this.field, host);
    this.combobox = new Combobox(this.field, {host, label: 'Commands and symbols', always: true, load: (text, show) => this.load(text, show), show: (option) => (option.asset ? line(option.asset) : this.line(option)), take: (option) => this.take(option)});
    box.addEventListener('close', () => this.combobox.close());
    box.addEventListener('click', (event) => { if (event.target === box) box.close(); });
    document.body.append(box);
    return box;
  }

  line({text, act}) { return [el('span', {}, text), el('span', {class: 'sub'}, ...(act ? keysOf(act) : '').split(' ').filter(Boolean).map((one) => el('kbd', {}, one)))]; }

  // Commands at once, instruments as soon as the server answers.
  async load(text, show) {
    const typed = text.toLowerCase().split(' ').filter(Boolean);
    const commands = this.commands.filter((one) => (one.shown?.() ?? true) && typed.every((word) => one.text.toLowerCase().includes(word)));
    if (!text) return commands;
    show(commands);
    const assets = (await search(text)).map((asset) => ({asset}));
    const exact = assets.filter(({asset}) => asset.symbol === text.toUpperCase());
    return [...exact, ...commands, ...assets.filter((one) => !exact.includes(one))];
  }

  take(option) {
    this.box.close();
    if (option.asset) this.trade(option.asset.symbol); else option.run();
  }
}
