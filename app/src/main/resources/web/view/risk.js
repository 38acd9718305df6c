// The limits that every order has to pass, and the state of trading; each change has a reason.
import {el, button, keyed, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {attempt, form, sure} from '../base/dialog.js';
import {note} from '../base/notes.js';
import {time, words} from '../base/format.js';
import {Question} from '../base/question.js';

const LIMITS = [
  ['max-order-value', 'Maximum value of one order', 'dollars, such as 10000'],
  ['max-order-qty', 'Maximum shares or coins of one order', 'such as 500'],
  ['max-open-orders', 'Maximum number of open orders', 'such as 50'],
  ['max-position-value', 'Maximum value of one position', 'dollars, such as 25000'],
  ['max-daily-loss', 'Maximum loss in a day', 'dollars, such as 1000'],
  ['price-collar', 'Maximum distance of a limit price from the quote', 'percent, such as 5%'],
  ['duplicate-window', 'Minimum time between identical orders', 'such as 10s or 5m'],
  ['max-order-rate', 'Maximum number of orders in a period', 'such as 10/1s'],
  ['allowed-symbols', 'Allowed symbols', 'such as AAPL,MSFT'],
  ['denied-symbols', 'Denied symbols', 'such as GME,AMC'],
  ['wash-trades', 'Orders that would trade with your own orders', 'deny'],
];
const STATES = {active: ['● Active', 'good', 'Every order within the limits is sent.'],
  reducing: ['◐ Reducing', 'warn', 'Only orders that reduce a position are sent; cancels always are.'],
  halted: ['■ Halted', 'bad', 'No order that adds risk is sent; cancels and orders that reduce a position are.']};

export class Risk {
  constructor(box, kill) {
    this.kill = kill;
    this.state = el('span', {class: 'badge'});
    this.means = el('p', {class: 'sub'});
    this.held = el('tbody');
    this.heldSaid = el('p', {class: 'empty'}, '✓ No restrictions.');
    this.limits = el('tbody');
    this.said = el('p', {class: 'empty', role: 'status'});
    box.append(el('h2', {id: 'risk-head', class: 'unseen', tabindex: -1}, 'Risk'),
        el('div', {class: 'columns narrow-left'},
            el('section', {class: 'panel', 'aria-labelledby': 'state-head'},
                el('div', {class: 'bar'}, el('h3', {id: 'state-head'}, 'Trading state'), this.state), this.means,
                el('div', {class: 'acts start'}, button('Reduce', kill.reduce), button('Halt', kill.halt, {class: 'danger'}), button('Resume', kill.resume)),
                el('h3', {class: 'inner'}, 'Restrictions'), this.heldSaid,
                el('table', {}, el('caption', {class: 'unseen'}, 'Restrictions of trading'), el('thead', {}, el('tr', {}, ...['State', 'By', 'Why', 'Since'].map((head) => el('th', {scope: 'col'}, head)))), this.held)),
            el('section', {class: 'panel', 'aria-labelledby': 'limits-head'},
                el('div', {class: 'bar'}, el('h3', {id: 'limits-head'}, 'Limits')), this.said,
                el('p', {class: 'sub'}, 'Stored in the database: every process obeys a change from its next order on.'),
                el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'limits-head'},
                    el('table', {}, el('caption', {class: 'unseen'}, 'Limits'), el('thead', {}, el('tr', {}, ...['Limit', 'Effect', 'Value', 'Change'].map((head) => el('th', {scope: 'col'}, head)))), this.limits)))));
    this.question = new Question(() => ask('GET', '/risk'), (answer, problem) => this.show(answer, problem));
  }

  enter() { this.question.begin(); }
  leave() { this.question.end(); }
  again() { this.question.ask(); }
  news() { this.question.soon(100); }

  show(answer, problem) {
    write(this.said, problem ? `Not available: ${problem.message}` : '', 'empty bad-text');
    this.said.hidden = !problem;
    if (!answer) return;
    const [text, kind, means] = STATES[answer.state] ?? [words(answer.state), 'warn', ''];
    write(this.state, text, `badge ${kind}`);
    write(this.means, means);
    this.heldSaid.hidden = answer.restrictions.length > 0;
    this.held.parentNode.hidden = !answer.restrictions.length;
    keyed(this.held, answer.restrictions, (one) => one.source, (one) => el('tr', {}, el('th', {scope: 'row'}, words(one.state)), el('td', {}, one.who || one.source), el('td', {}, one.why), el('td', {}, time(one.since))));
    keyed(this.limits, LIMITS.map(([name, means, hint]) => ({name, means, hint, value: answer.limits[name] ?? null})), (one) => one.name, (one) => this.line(one));
  }

  line({name, means, hint, value}) {
    return el('tr', {}, el('th', {scope: 'row', class: 'nowrap'}, name), el('td', {}, means), el('td', {class: value == null ? 'sub' : 'strong'}, value ?? 'not set'),
        el('td', {class: 'acts'}, button('Set', () => this.set(name, means, hint, value), {'aria-label': `Set ${name}`, data: {act: 'set'}}),
            value == null ? null : button('Clear', () => this.clear(name), {'aria-label': `Clear ${name}`, data: {act: 'clear'}})));
  }

  async set(name, means, hint, value) {
    if (!(await this.kill.arming.require())) return;
    let answer = null;
    const put = async ({value: typed, reason}) => { answer = await ask('PUT', `/risk/limits/${name}`, {value: typed, reason: reason || 'no reason given'}); };
    const chosen = await form(`Set ${name}`, `${means}: ${hint}.`, 'Set', [{name: 'value', label: 'Value', value: value ?? '', hint}, {name: 'reason', label: 'Reason'}], 'danger', put);
    if (chosen) this.done(answer, `${name} is ${chosen.value}`);
  }

  async clear(name) {
    if (!(await this.kill.arming.require())) return;
    const reason = await sure(`Clear ${name}?`, 'Orders are no longer checked against it.', 'Clear', 'Reason');
    if (reason) this.done(await attempt(() => ask('DELETE', `/risk/limits/${name}`, {reason})), `${name} is cleared`);
  }

  done(answer, text) {
    if (!answer) return;
    note(text);
    this.show(answer, null);
  }
}
