// The statement of a day: what brought the equity from the previous close to this one, and the rest that
// nothing explains.
import {el, button, table, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {saveCsv} from '../base/csv.js';
import {decimal, sign} from '../base/decimal.js';
import {amount, capital, change, dollars, price, time, words} from '../base/format.js';

const HEADS = ['Symbol', '#Before', '#After', '#Previous close', '#Close', '#Bought', '#Sold', '#Result'];
const EXPORTED = ['day', 'line', 'symbol', 'openQty', 'closeQty', 'previousClose', 'close', 'executions', 'bought', 'sold', 'amount'];

export class StatementPanel {
  // `picked` gets the day that was chosen.
  constructor(picked) {
    this.picked = picked;
    this.day = el('input', {type: 'date', id: 'statement-day', onchange: () => { if (this.day.value) this.picked(this.day.value); }});
    this.saving = button('Export CSV', () => this.save(), {id: 'statement-export', disabled: true});
    this.box = el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'statement-head'});
    this.said = el('p', {class: 'foot', role: 'status'}, 'Choose a day, or click one in the calendar.');
    this.panel = el('section', {class: 'panel', id: 'statement', 'aria-labelledby': 'statement-head'},
        el('div', {class: 'bar'}, el('h3', {id: 'statement-head'}, 'Statement'), el('div', {class: 'filters'}, el('label', {}, el('span', {class: 'unseen'}, 'Day'), this.day), this.saving)), this.box, this.said);
  }

  // The day of the address; only the answer to the last one counts.
  async show(day) {
    if (!day || day === this.shown) return;
    this.shown = day;
    this.day.value = day;
    this.saving.disabled = true;
    write(this.said, 'Loading', 'foot');
    try {
      const statement = await ask('GET', `/statement?${new URLSearchParams({day})}`);
      if (this.shown === day) this.paint(statement);
    } catch (problem) {
      if (this.shown !== day) return;
      this.shown = null;
      this.box.replaceChildren();
      write(this.said, `Not available: ${problem.message}`, 'foot bad-text');
    }
  }

  paint(statement) {
    this.statement = statement;
    this.saving.disabled = false;
    const rest = decimal(statement.unexplained);
    const lines = [
      ['Equity at the previous close', dollars(statement.opening), ''], ['Trades and prices', ...this.moved(statement.trading)],
      ...statement.flows.map((flow) => [capital(flow.kind), ...this.moved(flow.amount)]),
      ['Unexplained', sign(rest) ? change(statement.unexplained).text : '$0.00', sign(rest) ? 'warn-text' : 'good-text'],
      [statement.asOf ? `Equity at ${time(statement.asOf)}` : 'Equity at the close', dollars(statement.closing), 'strong']];
    const body = el('tbody', {}, ...statement.instruments.map((one) => this.line(one)));
    this.box.replaceChildren(el('table', {class: 'steps'}, el('caption', {class: 'unseen'}, `Statement of ${statement.day}`),
        el('tbody', {}, ...lines.map(([name, value, kind]) => el('tr', {}, el('th', {scope: 'row'}, name), el('td', {class: `n ${kind}`}, value))))),
        ...(statement.instruments.length ? [table('Positions and trades of the day', HEADS, body)] : []));
    write(this.said, statement.notes.join(' '), statement.notes.length ? 'foot warn-text' : 'foot');
  }

  moved(value) {
    const way = change(value);
    return [way.text, way.kind];
  }

  line(one) {
    const way = change(one.result);
    return el('tr', {title: `${one.executions} executions`}, el('th', {scope: 'row'}, one.symbol), el('td', {class: 'n'}, amount(one.openQty)), el('td', {class: 'n'}, amount(one.closeQty)),
        el('td', {class: 'n'}, price(one.previousClose)), el('td', {class: 'n'}, price(one.close)), el('td', {class: 'n'}, dollars(one.bought)), el('td', {class: 'n'}, dollars(one.sold)),
        el('td', {class: `n ${one.result == null ? 'warn-text' : way.kind}`}, one.result == null ? 'unknown' : way.text));
  }

  save() {
    const {day, opening, closing, unexplained, instruments, flows} = this.statement;
    saveCsv(`lockstep-statement-${day}`, EXPORTED, [{day, line: 'opening equity', amount: opening}, ...instruments.map((one) => ({...one, day, line: 'instrument', amount: one.result})),
      ...flows.map((flow) => ({day, line: words(flow.kind), amount: flow.amount})), {day, line: 'unexplained', amount: unexplained}, {day, line: 'closing equity', amount: closing}]);
  }
}
