// The watchlist: instruments that the trader has chosen, with live quotes and the curve of the last day.
import {$, el, button, keyed, nothing, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {Combobox} from '../base/combobox.js';
import {decimal, minus, sign, text} from '../base/decimal.js';
import {percent, price, shortTime} from '../base/format.js';
import {note} from '../base/notes.js';
import {Question} from '../base/question.js';
import {spark} from './spark.js';
import {line, search} from './symbols.js';

const KEPT = 'lockstep-watchlist';
const MAX_WATCHED = 30;
const QUOTES_EVERY_MILLIS = 3_000;
const CURVES_EVERY_MILLIS = 120_000;
const CURVE = {timeframe: '15m', limit: '26'};
const SYMBOL = /^[A-Z][A-Z0-9.]{0,9}(\/[A-Z]{2,6})?$/;

export class Watchlist {
  // `pick` gets the symbol that was clicked.
  constructor({pick}) {
    this.pick = pick;
    this.watched = read();
    this.snapshots = new Map();
    this.curves = new Map();
    this.body = el('tbody');
    this.table = el('table', {class: 'dense'}, el('caption', {class: 'unseen'}, 'Watchlist'),
        el('thead', {class: 'unseen'}, el('tr', {}, ...['Symbol', 'Curve', 'Last', 'Remove'].map((head) => el('th', {scope: 'col'}, head)))), this.body);
    this.field = el('input', {id: 'watch-add', maxlength: 40, spellcheck: false, placeholder: 'Symbol or name', 'aria-label': 'Add to the watchlist'});
    this.said = el('p', {class: 'foot', role: 'status'});
    $('watch').append(el('div', {class: 'bar'}, el('h3', {id: 'watch-head'}, 'Watchlist'), this.field), el('div', {class: 'scroll', id: 'watched', tabindex: 0, role: 'region', 'aria-labelledby': 'watch-head'}), this.said);
    this.combobox = new Combobox(this.field, {host: $('watch'), label: 'Instruments', load: search, show: line, take: (asset) => this.add(asset.symbol, asset.name)});
    this.field.addEventListener('keydown', (event) => this.key(event));
    this.quotes = new Question(() => this.load(), (answer, problem) => this.show(answer, problem), QUOTES_EVERY_MILLIS);
    this.drawing = new Question(() => this.loadCurves(), () => this.paint(), CURVES_EVERY_MILLIS);
    window.addEventListener('storage', (event) => { if (event.key === KEPT) { this.watched = read(); this.turned(); } });
    this.paint();
  }

  enter() { this.quotes.begin(); this.drawing.begin(); }
  leave() { this.quotes.end(); this.drawing.end(); }

  // A symbol that is typed out needs no search.
  key(event) {
    const symbol = this.field.value.trim().toUpperCase();
    if (event.key === 'Enter' && !event.defaultPrevented && SYMBOL.test(symbol)) this.add(symbol, '');
  }

  add(symbol, name) {
    this.field.value = '';
    this.combobox.close();
    if (this.watched.some((one) => one.symbol === symbol)) { note(`${symbol} is on the watchlist already`, 'warn'); return; }
    if (this.watched.length >= MAX_WATCHED) { note(`The watchlist takes ${MAX_WATCHED} symbols; remove one first`, 'warn'); return; }
    this.watched = [...this.watched, {symbol, name}];
    this.keep();
  }

  remove(symbol) {
    this.watched = this.watched.filter((one) => one.symbol !== symbol);
    this.keep();
    this.field.focus();
  }

  keep() {
    localStorage.setItem(KEPT, JSON.stringify(this.watched));
    this.turned();
  }

  turned() {
    this.paint();
    if (this.quotes.wanted) { this.quotes.ask(); this.drawing.ask(); }
  }

  // Offered while the list is empty.
  positions(positions) {
    this.held = positions.filter((one) => one.brokerQty !== '0').map((one) => one.symbol);
    if (!this.watched.length) this.paint();
  }

  async load() {
    const symbols = this.watched.map((one) => one.symbol);
    return symbols.length ? ask('GET', `/snapshots?${new URLSearchParams({symbols: symbols.join(',')})}`) : null;
  }

  show(answer, problem) {
    $('watch').classList.toggle('kept', Boolean(problem) && this.snapshots.size > 0);
    this.problem = problem;
    if (answer) { this.at = new Date().toISOString(); answer.snapshots.forEach((one) => this.snapshots.set(one.symbol, one)); }
    this.paint();
  }

  // One after another: a curve may wait, an order may not.
  async loadCurves() {
    for (const {symbol} of this.watched) {
      try {
        const {bars} = await ask('GET', `/bars?${new URLSearchParams({symbol, ...CURVE})}`);
        this.curves.set(symbol, bars.map((bar) => Number(bar.close)));
      } catch { this.curves.delete(symbol); }
      this.paint();
    }
  }

  paint() {
    const rows = this.watched.map((one) => ({...one, curve: this.curves.get(one.symbol) ?? [], now: this.snapshots.get(one.symbol) ?? null}));
    if (!rows.length) { $('watched').replaceChildren(this.invitation()); } else if (this.table.parentNode !== $('watched')) $('watched').replaceChildren(this.table);
    keyed(this.body, rows, (one) => one.symbol, (one) => this.line(one));
    write(this.said, this.problem && rows.length ? `${this.at ? `As of ${shortTime(this.at)}; not` : 'Not'} available: ${this.problem.message}` : '', 'foot bad-text');
    this.said.hidden = !this.said.textContent;
  }

  invitation() {
    const held = this.held ?? [];
    return el('div', {}, nothing('No symbols yet.'),
        held.length ? el('div', {class: 'acts'}, button(`Add ${held.length === 1 ? held[0] : `the ${held.length} held symbols`}`, () => { this.watched = held.slice(0, MAX_WATCHED).map((symbol) => ({symbol, name: ''})); this.keep(); }, {id: 'watch-held'})) : null);
  }

  line({symbol, name, curve, now}) {
    const moved = now?.last && now.previousClose ? minus(decimal(now.last), decimal(now.previousClose)) : null;
    const kind = moved ? ['down', '', 'up'][sign(moved) + 1] : '';
    const quote = now?.bid || now?.ask ? `bid ${price(now.bid)}, ask ${price(now.ask)}, ${shortTime(now.at)}` : 'no quote';
    return el('tr', {title: name ? `${name}: ${quote}` : quote},
        el('th', {scope: 'row'}, button(symbol, () => this.pick(symbol), {class: 'link', data: {act: 'pick'}}), name ? el('span', {class: 'sub'}, name) : null),
        el('td', {}, spark(curve, kind)),
        el('td', {class: 'n'}, now ? (now.last ? price(now.last) : 'no price') : '–', el('span', {class: `move ${kind}`}, moved ? percent(text(moved, 9), now.previousClose) : '')),
        el('td', {class: 'acts'}, button('×', () => this.remove(symbol), {class: 'quiet', 'aria-label': `Remove ${symbol} from the watchlist`, data: {act: 'remove'}})));
  }
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT)) ?? [];
    return kept.filter((one) => SYMBOL.test(one?.symbol)).slice(0, MAX_WATCHED).map(({symbol, name}) => ({symbol, name: String(name ?? '')}));
  } catch { return []; }
}
