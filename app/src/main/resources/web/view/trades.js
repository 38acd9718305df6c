// Round trips: what each entry and exit brought, and the figures of all of them.
import {el, button, keyed, table, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {ColumnChoice, named} from '../base/columnchoice.js';
import {age, amount, change, price, time, words} from '../base/format.js';
import {Question} from '../base/question.js';
import {setAddress} from '../shell/address.js';
import {Calendar} from './calendar.js';
import {StatementPanel} from './statement.js';

const EVERY_MILLIS = 10_000;
const TYPED_MILLIS = 200;
const HEADS = ['Closed', 'Symbol', 'Strategy', 'Side', '#Quantity', '#Entry', '#Exit', '#Profit', '#Fees', '#Net', '#Held', 'Entry by', 'Exit by'];

export class Trades {
  constructor(box, showOrder) {
    this.showOrder = showOrder;
    this.trips = [];
    this.symbol = el('input', {id: 'trades-symbol', maxlength: 24, spellcheck: false, placeholder: 'Symbol', oninput: () => this.filtered()});
    this.strategy = el('input', {id: 'trades-strategy', maxlength: 64, spellcheck: false, placeholder: 'Strategy', list: 'strategy-names', oninput: () => this.filtered()});
    this.statement = new StatementPanel((day) => this.day(day));
    this.calendar = new Calendar((day) => this.day(day));
    this.figures = el('dl', {class: 'figures', 'aria-label': 'All round trips'});
    this.body = el('tbody');
    this.table = table('Round trips, newest first', HEADS, this.body);
    this.columns = new ColumnChoice('trades', named(HEADS, 'Closed', 'Symbol'), () => this.columns.rows(this.table));
    this.columns.rows(this.table);
    this.said = el('p', {class: 'foot', role: 'status'});
    this.exporting = el('a', {class: 'export', id: 'trades-export', download: '', title: 'All round trips of the symbol and the strategy that are filtered by, whatever is listed'}, 'Export CSV');
    box.append(el('h2', {id: 'trades-head', class: 'unseen', tabindex: -1}, 'Trades'), this.figures, el('div', {class: 'columns'}, this.calendar.panel, this.statement.panel),
        el('section', {class: 'panel fill', 'aria-labelledby': 'trades-title'},
            el('div', {class: 'bar'}, el('h3', {id: 'trades-title'}, 'Round trips'), el('span', {class: 'sum'}, 'first in, first out'),
                el('div', {class: 'filters'}, el('label', {}, el('span', {class: 'unseen'}, 'Symbol'), this.symbol), el('label', {}, el('span', {class: 'unseen'}, 'Strategy'), this.strategy),
                    this.columns.button, this.exporting)),
            el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'trades-title'}, this.table), this.said));
    this.columns.begin();
    this.question = new Question(() => this.load(), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
  }

  enter() { this.question.begin(); }
  leave() { this.question.end(); }
  again() { this.question.ask(); }

  address(params) {
    this.symbol.value = params.get('symbol') ?? '';
    this.strategy.value = params.get('strategy') ?? '';
    this.statement.show(params.get('day'));
    this.turned(0);
  }

  day(day) {
    setAddress({day});
    this.statement.show(day);
  }

  filtered() {
    setAddress(this.filters);
    this.turned(TYPED_MILLIS);
  }

  // The server filters: the figures are of all round trips that match, not of the listed ones.
  turned(pause) {
    this.exporting.href = `/api/v1/export/trips${this.query}`;
    clearTimeout(this.timer);
    if (this.query !== this.asked && this.question.wanted) this.timer = setTimeout(() => this.question.ask(), pause);
  }

  get filters() { return {symbol: this.symbol.value.trim().toUpperCase(), strategy: this.strategy.value.trim()}; }

  get query() {
    const filtered = new URLSearchParams(Object.entries(this.filters).filter(([, text]) => text));
    return filtered.size ? `?${filtered}` : '';
  }

  async load() {
    const query = this.asked = this.query;
    return {query, report: await ask('GET', `/round-trips${query}`)};
  }

  // An answer for an earlier filter is not shown.
  show(answer, problem) {
    if (answer && answer.query !== this.query) return;
    this.problem = problem;
    const report = answer?.report;
    this.calendar.show(report?.days ?? null, problem);
    if (report) { this.trips = report.trips.map((trip, i) => ({...trip, key: report.trips.length - i})); this.all = report.statistics; }
    this.paint();
  }

  showFigures({trips, winRate, profitFactor, expectancy, best, worst, gained, lost, fees, netProfit, otherFees, timeInMarket}) {
    const share = (part) => (part ? `${(Number(part) * 100).toFixed(1)} %` : '–');
    const figure = (name, value, kind = '') => el('div', {}, el('dt', {}, name), el('dd', {class: kind}, value));
    const money = (name, value) => { const way = change(value); return figure(name, way.text, way.kind); };
    this.figures.replaceChildren(figure('Round trips', amount(trips)), figure('Win rate', share(winRate)), figure('Profit factor', profitFactor ? Number(profitFactor).toFixed(2) : '–'),
        money('Expectancy', expectancy), money('Best', best), money('Worst', worst), money('Gained', gained), money('Lost', lost), money('Fees', fees), money('Net profit', netProfit), money('Other fees', otherFees), figure('Time in market', share(timeInMarket)));
  }

  // Of all round trips, or of all that are filtered by.
  paint() {
    const {trips} = this;
    this.figures.setAttribute('aria-label', this.query ? 'Round trips of the filter' : 'All round trips');
    if (this.all) this.showFigures(this.all);
    keyed(this.body, trips, (trip) => trip.key, (trip) => this.columns.row(this.line(trip)));
    const more = this.all && this.all.trips > this.trips.length ? `, the newest of ${amount(this.all.trips)}` : '';
    write(this.said, this.problem ? `Not available: ${this.problem.message}` : trips.length ? `${trips.length} shown${more}` : this.query ? 'No round trip matches this filter.' : 'No round trips: nothing that was bought has been sold.', this.problem ? 'foot bad-text' : 'foot');
  }

  line(trip) {
    const money = (value) => { const way = change(value); return el('td', {class: `n ${way.kind}`}, way.text); };
    const order = trip.exitOrder ?? trip.entryOrder;
    return el('tr', {},
        el('th', {scope: 'row'}, time(trip.exitedAt)),
        el('td', {}, order ? button(trip.symbol, () => this.showOrder(order), {class: 'link', 'aria-label': `${trip.symbol}: history of the exit`}) : trip.symbol),
        el('td', {}, trip.strategy ?? '–'), el('td', {}, words(trip.direction)), el('td', {class: 'n'}, amount(trip.qty)), el('td', {class: 'n'}, price(trip.entryPrice)), el('td', {class: 'n'}, price(trip.exitPrice)),
        money(trip.profit), money(trip.fees), money(trip.netProfit), el('td', {class: 'n', title: `since ${time(trip.enteredAt)}`}, age(trip.heldMillis)), el('td', {}, trip.entryReason), el('td', {}, trip.exitReason));
  }
}
