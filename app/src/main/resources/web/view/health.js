// How the platform is: each check with its remedy, and what needs attention.
import {el, button, keyed, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {attempt} from '../base/dialog.js';
import {note} from '../base/notes.js';
import {age, time, words, capital} from '../base/format.js';
import {Question} from '../base/question.js';
import {IncidentList} from './incidents.js';

const SIGNS = {ok: ['✓ ok', 'good-text'], warning: ['! warning', 'warn-text'], problem: ['✕ problem', 'bad-text']};
const EVERY_MILLIS = 15_000;

export class HealthView {
  constructor(box, now) {
    this.now = now;
    this.checks = el('tbody');
    this.checksSaid = el('p', {class: 'empty', role: 'status'});
    this.incidents = new IncidentList();
    this.facts = el('dl', {class: 'terms'});
    this.account = el('p', {class: 'invariant'});
    const body = (label, head, inside) => el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label},
        el('table', {}, el('caption', {class: 'unseen'}, label), el('thead', {}, el('tr', {}, ...head.map((one) => el('th', {scope: 'col'}, one)))), inside));
    box.append(el('h2', {id: 'health-head', class: 'unseen', tabindex: -1}, 'Health'),
        el('div', {class: 'columns'},
            el('section', {class: 'panel', 'aria-labelledby': 'doctor-head'},
                el('div', {class: 'bar'}, el('h3', {id: 'doctor-head'}, 'Checks'), el('div', {class: 'filters'}, button('Check again', () => this.doctor.ask()))), this.checksSaid,
                body('Checks', ['Check', 'State', 'Found', 'Remedy'], this.checks)),
            el('div', {class: 'stack'},
                el('section', {class: 'panel', 'aria-labelledby': 'now-head'},
                    el('div', {class: 'bar'}, el('h3', {id: 'now-head'}, 'Now'), el('div', {class: 'filters'}, button('Sync now', () => this.sync()), button('Back up', () => this.backUp(), {id: 'backup'}))), this.account, this.facts),
                this.incidents.panel)));
    this.doctor = new Question(() => ask('GET', '/doctor'), (answer, problem) => this.showChecks(answer, problem), EVERY_MILLIS);
    this.books = new Question(() => ask('GET', '/invariants'), (answer, problem) => this.showBooks(answer, problem), EVERY_MILLIS);
  }

  enter() {
    this.doctor.begin();
    this.incidents.enter();
    this.books.begin();
    if (this.now()) this.status(this.now());
  }

  leave() {
    this.doctor.end();
    this.incidents.leave();
    this.books.end();
  }

  again() { this.enter(); }
  address(params) { if (params.get('show') === 'incidents') this.incidents.reveal(); }
  incident() { this.incidents.soon(); }

  showChecks(answer, problem) {
    const checks = (answer?.findings ?? []).map((finding, i) => ({...finding, i}));
    write(this.checksSaid, problem ? `Not available: ${problem.message}` : '', problem ? 'empty bad-text' : 'empty');
    this.checksSaid.hidden = !problem;
    keyed(this.checks, checks, (one) => one.i, (one) => {
      const [text, kind] = SIGNS[one.severity] ?? [words(one.severity), ''];
      return el('tr', {}, el('th', {scope: 'row'}, one.area), el('td', {class: `${kind} nowrap`}, text), el('td', {}, one.text), el('td', {class: 'sub'}, one.fix));
    });
  }

  // Every order is acknowledged, refused, held back here, or has no answer yet: there is no fifth kind.
  showBooks(answer, problem) {
    if (!answer) { write(this.account, `The invariant could not be checked: ${problem.message}`, 'invariant bad-text'); return; }
    const {orders, acknowledged, refused, heldBack, unresolved} = answer;
    const whole = orders === acknowledged + refused + heldBack + unresolved;
    write(this.account, `${whole ? '✓' : '✕'} ${orders.toLocaleString('en')} orders = ${acknowledged.toLocaleString('en')} acknowledged + ${refused} refused + ${heldBack} held back + ${unresolved} unanswered`,
        `invariant ${whole ? 'good-text' : 'bad-text'}`);
  }

  status(now) {
    const lines = [['Version', now.version], ['Mode', now.mode.toUpperCase()], ['Trading loop', now.role === 'owner' ? 'in this process' : 'in another process'],
      ['Live events of the broker', `${words(now.stream.state)}${now.stream.since ? ` since ${time(now.stream.since)}` : ''}`],
      ['Last successful sync', now.sync.goodAt ? `${time(now.sync.goodAt)}, ${age(now.sync.ageMillis)} ago` : 'never'], ['Circuit breaker', words(now.broker.breaker)],
      ['Unanswered orders', now.unresolved.count], ['Database', now.store.health === 'sound' ? 'sound' : `${capital(now.store.health)}: ${now.store.text}`], ['Events stored', now.seq.toLocaleString('en')]];
    this.facts.replaceChildren(...lines.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))]));
  }

  async sync() {
    const answer = await attempt(() => ask('POST', '/sync', {}));
    if (answer) note('Synced with the broker');
  }

  async backUp() {
    const answer = await attempt(() => ask('POST', '/backup', {}));
    if (answer) note(`Backed up: ${answer.file}, ${Number(answer.bytes).toLocaleString('en')} bytes, ${Number(answer.orders).toLocaleString('en')} orders`);
  }
}
