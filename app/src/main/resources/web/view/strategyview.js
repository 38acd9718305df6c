// The strategies: what each has open, holds and has brought, how much of its limits is used, and its keys.
import {el, button, keyed, nothing, table, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {attempt, form, sure} from '../base/dialog.js';
import {amount, change, dollars, price, time, words} from '../base/format.js';
import {note} from '../base/notes.js';
import {Question} from '../base/question.js';

const EVERY_MILLIS = 5_000;
const KEYS_EVERY_MILLIS = 30_000;
const LIMITS = ['capital-budget', 'max-order-value', 'max-order-qty', 'max-open-orders', 'max-order-rate', 'max-position-value', 'max-daily-loss', 'price-collar', 'duplicate-window', 'allowed-symbols', 'denied-symbols', 'wash-trades', 'margin'];
const NEAR = 0.8;

// A limit with what is used of it, as far as it counts something; a rate is written as 50/1d.
export function used(name, value, {used: counted, exposure, realizedToday}) {
  const [most, period] = value.split('/');
  const of = (text, part) => ({text, share: Number(part) / Number(most)});
  if (name in counted) return of(`${amount(counted[name])} of ${amount(most)}${period ? ` in ${period}` : ''}`, counted[name]);
  if (name === 'capital-budget' && exposure != null) return of(`${dollars(exposure)} of ${dollars(value)}`, exposure);
  if (name === 'max-daily-loss') return of(`${dollars(realizedToday.startsWith('-') ? realizedToday.slice(1) : '0')} of ${dollars(value)} lost today, realized`, -Number(realizedToday));
  return {text: value, share: null};
}

export class StrategyView {
  // `acts` pauses, resumes and closes a strategy.
  constructor(box, {acts, arming}) {
    Object.assign(this, {acts, arming});
    this.keys = [];
    this.said = el('p', {class: 'empty', role: 'status'});
    this.body = el('div', {class: 'cards'});
    box.append(el('h2', {id: 'strategies-head', class: 'unseen', tabindex: -1}, 'Strategies'), this.said, this.body);
    this.question = new Question(() => ask('GET', '/strategies'), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
    this.access = new Question(() => ask('GET', '/keys'), (answer, problem) => { this.keysProblem = problem; if (answer) this.keys = [...answer.keys.map((one) => ({...one, what: 'key'})), ...answer.hooks.map((one) => ({...one, what: 'hook'}))]; this.paint(); }, KEYS_EVERY_MILLIS);
  }

  enter() { this.question.begin(); this.access.begin(); }
  leave() { this.question.end(); this.access.end(); }
  again() { this.question.ask(); }
  soon() { this.question.soon(); }

  show(answer, problem) {
    this.problem = problem;
    if (answer) this.known = answer.strategies;
    this.body.classList.toggle('kept', Boolean(problem && this.known));
    this.paint();
  }

  paint() {
    const names = new Set((this.known ?? []).map((one) => one.strategy));
    const idle = [...new Set(this.keys.filter((key) => !key.revokedAt && !names.has(key.strategy)).map((key) => key.strategy))];
    const text = this.problem ? `Not available: ${this.problem.message}` : this.known && !names.size && !idle.length ? 'No strategies yet. Name one in the order ticket, submit with --strategy, or give a bot a key: lockstep keys add NAME.' : '';
    write(this.said, text, this.problem ? 'empty bad-text' : 'empty');
    this.said.hidden = !text;
    const none = idle.map((strategy) => ({strategy, state: 'active', openOrders: 0, exposure: '0', realized: '0', realizedToday: '0', unrealized: '0', symbols: [], restrictions: [], limits: {}, used: {}}));
    const cards = [...(this.known ?? []), ...none].map((one) => ({...one, keys: this.keys.filter((key) => key.strategy === one.strategy)}));
    keyed(this.body, cards, (one) => one.strategy, (one) => this.card(one));
  }

  card(one) {
    const paused = one.state !== 'active';
    const held = one.symbols.filter((symbol) => symbol.openQty !== '0');
    const name = encodeURIComponent(one.strategy);
    const figure = (label, value, kind = '') => el('div', {}, el('dt', {}, label), el('dd', {class: kind}, value));
    const money = (label, value) => { const way = change(value); return figure(label, way.text, way.kind); };
    return el('section', {class: 'panel', 'aria-label': one.strategy},
        el('div', {class: 'bar'}, el('h3', {}, one.strategy), el('span', {class: `badge ${paused ? 'warn' : 'good'}`}, paused ? '❚❚ paused' : '● active'),
            el('span', {class: 'sum'}, (one.restrictions ?? []).map((pause) => `${pause.who}: ${pause.why}`).join('; ')),
            el('div', {class: 'filters'}, button(paused ? 'Resume' : 'Pause', () => (paused ? this.acts.resume(one.strategy) : this.acts.pause(one.strategy)), {'aria-label': `${paused ? 'Resume' : 'Pause'} ${one.strategy}`, data: {act: 'pause'}}),
                held.length ? button('Close', () => this.acts.close(one.strategy, held), {'aria-label': `Close the positions of ${one.strategy}`, data: {act: 'close'}}) : null)),
        el('dl', {class: 'figures'}, money('Today', one.realizedToday), money('Realized', one.realized), money('Unrealized', one.unrealized), figure('Exposure', one.exposure == null ? 'unknown' : dollars(one.exposure)), figure('Open orders', amount(one.openOrders))),
        el('p', {class: 'links'}, el('a', {href: `#trade?tab=all&strategy=${name}`, data: {act: 'orders'}}, 'Orders'), ' · ', el('a', {href: `#trades?strategy=${name}`, data: {act: 'trades'}}, 'Trades')),
        held.length ? this.positions(one.strategy, held) : nothing('No positions.'),
        el('div', {class: 'bar inner'}, el('h4', {}, 'Limits'), el('div', {class: 'filters'}, button('Set…', () => this.set(one.strategy), {'aria-label': `Set a limit of ${one.strategy}`, data: {act: 'limit'}}))),
        Object.keys(one.limits).length ? el('dl', {class: 'terms'}, ...Object.entries(one.limits).flatMap(([limit, value]) => this.limit(one, limit, value))) : el('p', {class: 'sub'}, 'None of its own; those of the account apply.'),
        el('h4', {}, 'Keys and hooks'), this.keysOf(one.keys));
  }

  positions(strategy, held) {
    return el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Positions of ${strategy}`}, table(`Positions of ${strategy}`, ['Symbol', '#Quantity', '#Avg price', '#Last', '#Unrealized'],
        el('tbody', {}, ...held.map((symbol) => { const open = change(symbol.unrealized); return el('tr', {}, el('th', {scope: 'row'}, symbol.symbol), el('td', {class: 'n'}, amount(symbol.openQty)), el('td', {class: 'n'}, price(symbol.avgEntryPrice)), el('td', {class: 'n'}, price(symbol.lastPrice)), el('td', {class: `n ${open.kind}`}, open.text)); }))));
  }

  limit(one, limit, value) {
    const {text, share} = used(limit, value, one);
    return [el('dt', {}, limit), el('dd', {class: share >= 1 ? 'bad' : share >= NEAR ? 'warn' : ''}, text, ' ', button('Clear', () => this.clear(one.strategy, limit), {class: 'quiet', 'aria-label': `Clear ${limit} of ${one.strategy}`, data: {act: `clear-${limit}`}}))];
  }

  keysOf(keys) {
    if (this.keysProblem) return el('p', {class: 'bad-text'}, `Not available: ${this.keysProblem.message}`);
    if (!keys.length) return el('p', {class: 'sub'}, 'None; orders name it themselves.');
    return el('ul', {class: 'linked'}, ...keys.map((key) => el('li', {class: key.revokedAt ? 'sub' : ''}, `${key.what} ${key.name}`, key.role ? `, ${words(key.role)}` : '', key.revokedAt ? `, revoked ${time(key.revokedAt)}` : `, since ${time(key.createdAt)}`)));
  }

  async set(strategy) {
    if (!(await this.arming.require())) return;
    const path = (limit) => `/strategies/${encodeURIComponent(strategy)}/limits/${limit}`;
    const done = await form(`Set a limit of ${strategy}`, `One of: ${LIMITS.join(', ')}.`, 'Set', [
      {name: 'limit', label: 'Limit', value: 'max-order-rate', check: (name) => LIMITS.includes(name.trim())}, {name: 'value', label: 'Value', check: (value) => value.trim() !== ''}, {name: 'reason', label: 'Reason'},
    ], 'danger', ({limit, value, reason}) => ask('PUT', path(limit), {value, reason: reason || 'no reason given'}));
    if (done) this.done(`${done.limit} of ${strategy} is ${done.value}`);
  }

  async clear(strategy, limit) {
    if (!(await this.arming.require())) return;
    const reason = await sure(`Clear ${limit} of ${strategy}?`, 'Its orders are no longer checked against it.', 'Clear', 'Reason');
    if (reason && await attempt(() => ask('DELETE', `/strategies/${encodeURIComponent(strategy)}/limits/${limit}`, {reason}))) this.done(`${limit} of ${strategy} is cleared`);
  }

  done(text) {
    note(text);
    this.question.ask();
  }
}
