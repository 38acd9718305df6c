// What the account has been worth, and what each symbol has brought.
import {el, button, keyed, nothing, table, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {amount, change, dollars, price, time} from '../base/format.js';
import {note} from '../base/notes.js';
import {setAddress} from '../shell/address.js';
import {Question} from '../base/question.js';
import {deepest, drawdown} from './drawdown.js';
import {AdjustmentList} from './adjustments.js';

const PERIODS = [['1D', 'Day'], ['1W', 'Week'], ['1M', 'Month'], ['3M', '3 months'], ['1A', 'Year']];
const EVERY_MILLIS = 10_000;
// What has just traded may be measured a moment later.
const MEASURED_MILLIS = 2_500;
const MAX_LINES = 500;

export class Profit {
  constructor(box) {
    this.period = '1D';
    this.charts = [];
    this.equityBox = el('div', {class: 'chart', id: 'equity-chart', role: 'img', 'aria-label': 'Equity over time; the table has the figures'});
    this.profitBox = el('div', {class: 'chart low', id: 'profit-chart', role: 'img', 'aria-label': 'Profit over time; the table has the figures'});
    this.fallBox = el('div', {class: 'chart low', id: 'drawdown-chart', role: 'img', 'aria-label': 'Drawdown over time; the table has the figures'});
    this.figures = el('dl', {class: 'figures', 'aria-label': 'Over the period'});
    this.said = el('p', {class: 'empty', role: 'status'});
    this.lines = el('tbody');
    this.symbols = el('tbody');
    this.symbolsSaid = el('p', {class: 'empty', role: 'status'});
    this.sum = el('span', {class: 'sum'});
    this.adjustments = new AdjustmentList();
    this.periods = el('div', {class: 'tabs', role: 'group', 'aria-label': 'Period'}, ...PERIODS.map(([name, label]) =>
      button(label, () => this.pick(name), {data: {period: name}, 'aria-pressed': String(name === this.period)})));
    box.append(
        el('h2', {id: 'profit-head', class: 'unseen', tabindex: -1}, 'Profit'),
        this.figures,
        el('div', {class: 'columns wide-left'},
            el('section', {class: 'panel', 'aria-labelledby': 'equity-head'},
                el('div', {class: 'bar'}, el('h3', {id: 'equity-head'}, 'Equity'), this.periods),
                this.said, this.equityBox, el('h3', {class: 'inner'}, 'Profit over the period'), this.profitBox, el('h3', {class: 'inner'}, 'Drawdown'), this.fallBox,
                el('details', {class: 'figures-table'}, el('summary', {}, 'The figures as a table'),
                    el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Figures of the curves'}, table('Equity and profit over time', ['Time', '#Equity', '#Profit', '#Drawdown'], this.lines))),
                el('p', {class: 'foot'}, 'Charts: ', el('a', {href: 'https://www.tradingview.com/', rel: 'noreferrer noopener', target: '_blank'}, 'TradingView Lightweight Charts™'), ', © 2026 TradingView, Inc.')),
            el('section', {class: 'panel', 'aria-labelledby': 'symbols-head'},
                el('div', {class: 'bar'}, el('h3', {id: 'symbols-head'}, 'By symbol'), this.sum),
                this.symbolsSaid,
                el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'symbols-head'}, table('Profit by symbol', ['Symbol', '#Held', '#Avg price', '#Last', '#Realized', '#Unrealized', '#Fees', '#Dividends'], this.symbols)))),
        this.adjustments.panel);
    this.history = new Question(() => ask('GET', `/account/history?period=${this.period}`), (answer, problem) => this.showHistory(answer, problem), EVERY_MILLIS);
    this.profit = new Question(() => ask('GET', '/profit'), (answer, problem) => this.showSymbols(answer, problem), EVERY_MILLIS);
  }

  enter() {
    this.history.begin();
    this.profit.begin();
    this.adjustments.enter();
    this.profit.soon(MEASURED_MILLIS);
  }

  leave() {
    this.history.end();
    this.profit.end();
    this.adjustments.leave();
  }

  again() { this.enter(); }

  pick(period) {
    setAddress({period: period === PERIODS[0][0] ? '' : period});
    this.turn(period);
  }

  address(params) { this.turn(PERIODS.some(([name]) => name === params.get('period')) ? params.get('period') : PERIODS[0][0]); }

  turn(period) {
    if (period === this.period) return;
    this.period = period;
    for (const one of this.periods.children) one.setAttribute('aria-pressed', String(one.dataset.period === period));
    this.history.ask();
  }

  colours() { for (const chart of this.charts) chart.colours(); }

  async draw(points) {
    if (!this.charts.length) {
      const {Chart} = await import('./chart.js');
      if (!this.charts.length) this.charts = [new Chart(this.equityBox, 'equity'), new Chart(this.profitBox, 'profit'), new Chart(this.fallBox, 'drawdown')];
    }
    this.charts[0].show(points.map(({at, equity}) => ({at, value: Number(equity)})));
    this.charts[1].show(points.filter((one) => one.profit != null).map(({at, profit}) => ({at, value: Number(profit)})));
    this.charts[2].show(drawdown(points));
  }

  showHistory(answer, problem) {
    const points = (answer?.points ?? []).filter((one) => one.equity != null);
    write(this.said, problem ? `Not available: ${problem.message}` : points.length ? '' : 'No data: the broker has no history for this period.', problem ? 'empty bad-text' : 'empty');
    this.said.hidden = points.length > 0;
    for (const box of [this.equityBox, this.profitBox, this.fallBox]) box.classList.toggle('faint', !points.length);
    if (!points.length) { this.figures.replaceChildren(); return; }
    this.draw(points).catch(() => note('The charts could not be loaded; reload the page', 'bad', 'charts'));
    this.showFigures(answer, points);
    const falls = drawdown(points);
    const lines = points.map((one, i) => ({...one, fall: `${(-falls[i].value).toFixed(2)} %`}));
    keyed(this.lines, lines.slice(-MAX_LINES).reverse(), (one) => one.at, (one) => {
      const way = change(one.profit);
      return el('tr', {}, el('th', {scope: 'row'}, time(one.at)), el('td', {class: 'n'}, dollars(one.equity)), el('td', {class: `n ${way.kind}`}, way.text), el('td', {class: 'n'}, one.fall));
    });
  }

  showFigures({base}, points) {
    const last = points.at(-1);
    const way = change(last.profit);
    const figure = (name, value, kind = '') => el('div', {}, el('dt', {}, name), el('dd', {class: kind}, value));
    this.figures.replaceChildren(
        figure('Equity', dollars(last.equity)), figure('At the start', dollars(base)), figure('Profit', way.text, way.kind),
        figure('Return', base && Number(base) ? `${(Number(last.profit) / Number(base) * 100).toFixed(2).replace(/^-0\.00$/, '0.00')} %` : '–', way.kind), figure('Largest drawdown', deepest(points)));
  }

  showSymbols(answer, problem) {
    const symbols = answer?.symbols ?? [];
    write(this.symbolsSaid, problem ? `Not available: ${problem.message}` : symbols.length ? '' : 'No fills yet.', problem ? 'empty bad-text' : 'empty');
    this.symbolsSaid.hidden = symbols.length > 0;
    keyed(this.symbols, symbols, (one) => one.symbol, (one) => {
      const realized = change(one.realized);
      const open = change(one.unrealized);
      return el('tr', {}, el('th', {scope: 'row'}, one.symbol), el('td', {class: 'n'}, amount(one.openQty)), el('td', {class: 'n'}, price(one.avgEntryPrice)),
          el('td', {class: 'n'}, price(one.lastPrice)), el('td', {class: `n ${realized.kind}`}, realized.text), el('td', {class: `n ${open.kind}`}, open.text),
          el('td', {class: 'n'}, change(one.fees).text), el('td', {class: 'n'}, change(one.dividends).text));
    });
    write(this.sum, answer ? `realized ${change(answer.realized).text} (fees ${change(answer.fees).text}, dividends ${change(answer.dividends).text}, interest ${change(answer.account.interest).text}), unrealized ${change(answer.unrealized).text}` : '');
  }
}
