// Round trips: what each entry and exit brought, and the figures of all of them.
import {el, button, keyed, table, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {saveCsv} from '../base/csv.js';
import {age, amount, change, price, time, words} from '../base/format.js';
import {Question} from '../base/question.js';
import {setAddress} from '../shell/address.js';
import {Calendar} from './calendar.js';
import {StatementPanel} from './statement.js';

const EVERY_MILLIS = 10_000;
const HEADS = ['Closed', 'Symbol', 'Strategy', 'Side', '#Quantity', '#Entry', '#Exit', '#Profit', '#Held', 'Exit by'];
const EXPORTED = ['exitedAt', 'enteredAt', 'symbol', 'strategy', 'direction', 'qty', 'entryPrice', 'exitPrice', 'profit', 'heldMillis', 'exitReason', 'entryOrder', 'exitOrder'];

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
    this.said = el('p', {class: 'foot', role: 'status'});
    box.append(el('h2', {id: 'trades-head', class: 'unseen', tabindex: -1}, 'Trades'), this.figures, el('div', {class: 'columns'}, this.calendar.panel, this.statement.panel),
        el('section', {class: 'panel fill', 'aria-labelledby': 'trades-title'},
            el('div', {class: 'bar'}, el('h3', {id: 'trades-title'}, 'Round trips'), el('span', {class: 'sum'}, 'first in, first out; profit without fees'),
                el('div', {class: 'filters'}, el('label', {}, el('span', {class: 'unseen'}, 'Symbol'), this.symbol), el('label', {}, el('span', {class: 'unseen'}, 'Strategy'), this.strategy),
                    button('Export CSV', () => saveCsv('lockstep-round-trips', EXPORTED, this.shown), {id: 'trades-export'}))),
            el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'trades-title'}, table('Round trips, newest first', HEADS, this.body)), this.said));
    this.question = new Question(() => ask('GET', '/round-trips'), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
  }

  enter() { this.question.begin(); }
  leave() { this.question.end(); }
  again() { this.question.ask(); }

  address(params) {
    this.symbol.value = params.get('symbol') ?? '';
    this.strategy.value = params.get('strategy') ?? '';
    this.statement.show(params.get('day'));
    this.paint();
  }

  day(day) {
    setAddress({day});
    this.statement.show(day);
  }

  filtered() {
    setAddress({symbol: this.symbol.value.trim().toUpperCase(), strategy: this.strategy.value.trim()});
    this.paint();
  }

  get shown() {
    const symbol = this.symbol.value.trim().toUpperCase();
    const strategy = this.strategy.value.trim();
    return this.trips.filter((trip) => (!symbol || trip.symbol === symbol) && (!strategy || trip.strategy === strategy));
  }

  show(answer, problem) {
    this.problem = problem;
    this.calendar.show(answer?.days ?? null, problem);
    if (answer) { this.trips = answer.trips.map((trip, i) => ({...trip, key: answer.trips.length - i})); this.all = answer.statistics; this.showFigures(answer.statistics); }
    this.paint();
  }

  showFigures({trips, winRate, profitFactor, expectancy, best, worst, gained, lost}) {
    const figure = (name, value, kind = '') => el('div', {}, el('dt', {}, name), el('dd', {class: kind}, value));
    const money = (name, value) => { const way = change(value); return figure(name, way.text, way.kind); };
    this.figures.replaceChildren(figure('Round trips', amount(trips)), figure('Win rate', winRate ? `${(Number(winRate) * 100).toFixed(1)} %` : '–'), figure('Profit factor', profitFactor ? Number(profitFactor).toFixed(2) : '–'),
        money('Expectancy', expectancy), money('Best', best), money('Worst', worst), money('Gained', gained), money('Lost', lost));
  }

  paint() {
    const trips = this.shown;
    keyed(this.body, trips, (trip) => trip.key, (trip) => this.line(trip));
    const more = this.all && this.all.trips > this.trips.length ? `, the newest of ${amount(this.all.trips)}` : '';
    write(this.said, this.problem ? `Not available: ${this.problem.message}` : trips.length ? `${trips.length} shown${more}` : 'No round trips: nothing that was bought has been sold.', this.problem ? 'foot bad-text' : 'foot');
  }

  line(trip) {
    const way = change(trip.profit);
    const order = trip.exitOrder ?? trip.entryOrder;
    return el('tr', {},
        el('th', {scope: 'row'}, time(trip.exitedAt)),
        el('td', {}, order ? button(trip.symbol, () => this.showOrder(order), {class: 'link', 'aria-label': `${trip.symbol}: history of the exit`}) : trip.symbol),
        el('td', {}, trip.strategy ?? '–'), el('td', {}, words(trip.direction)), el('td', {class: 'n'}, amount(trip.qty)), el('td', {class: 'n'}, price(trip.entryPrice)), el('td', {class: 'n'}, price(trip.exitPrice)),
        el('td', {class: `n ${way.kind}`}, way.text), el('td', {class: 'n', title: `since ${time(trip.enteredAt)}`}, age(trip.heldMillis)), el('td', {}, trip.exitReason));
  }
}
