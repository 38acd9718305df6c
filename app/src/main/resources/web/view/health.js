// How the platform is: each check with its remedy, and what needs attention.
import {el, button, keyed, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {attempt} from '../base/dialog.js';
import {note} from '../base/notes.js';
import {age, time, words, capital} from '../base/format.js';
import {Question} from '../base/question.js';

const SIGNS = {OK: ['✓ ok', 'good-text'], WARN: ['! warn', 'warn-text'], BAD: ['✕ bad', 'bad-text']};
const EVERY_MILLIS = 15_000;

export class HealthView {
  constructor(box, now) {
    this.now = now;
    this.checks = el('tbody');
    this.checksSaid = el('p', {class: 'empty', role: 'status'});
    this.incidents = el('tbody');
    this.incidentsSaid = el('p', {class: 'empty', role: 'status'});
    this.past = el('input', {type: 'checkbox', id: 'incidents-past', onchange: () => this.asked.ask()});
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
                this.incidentPanel = el('section', {class: 'panel', 'aria-labelledby': 'incidents-head', tabindex: -1},
                    el('div', {class: 'bar'}, el('h3', {id: 'incidents-head'}, 'Incidents'), el('div', {class: 'filters'}, el('label', {class: 'check'}, this.past, ' including closed ones'))), this.incidentsSaid,
                    body('Incidents', ['Opened', 'Kind', 'Subject', 'What', 'Closed'], this.incidents)))));
    this.doctor = new Question(() => ask('GET', '/doctor'), (answer, problem) => this.showChecks(answer, problem), EVERY_MILLIS);
    this.books = new Question(() => ask('GET', '/invariants'), (answer, problem) => this.showBooks(answer, problem), EVERY_MILLIS);
    this.asked = new Question(() => ask('GET', `/incidents${this.past.checked ? '?all=true' : ''}`), (answer, problem) => this.showIncidents(answer, problem), EVERY_MILLIS);
  }

  enter() {
    this.doctor.begin();
    this.asked.begin();
    this.books.begin();
    if (this.now()) this.status(this.now());
  }

  leave() {
    this.doctor.end();
    this.asked.end();
    this.books.end();
  }

  again() { this.enter(); }
  // A link to the incidents leads there.
  address(params) { if (params.get('show') === 'incidents') { this.incidentPanel.scrollIntoView({block: 'nearest'}); this.incidentPanel.focus(); } }

  incident() { this.asked.soon(); }

  showChecks(answer, problem) {
    const checks = (answer?.checks ?? []).map((check, i) => ({...check, i}));
    write(this.checksSaid, problem ? `Not available: ${problem.message}` : '', problem ? 'empty bad-text' : 'empty');
    this.checksSaid.hidden = !problem;
    keyed(this.checks, checks, (one) => one.i, (one) => {
      const [text, kind] = SIGNS[one.state] ?? [words(one.state), ''];
      return el('tr', {}, el('th', {scope: 'row'}, one.name), el('td', {class: `${kind} nowrap`}, text), el('td', {}, one.finding), el('td', {class: 'sub'}, one.remedy ?? ''));
    });
  }

  showIncidents(answer, problem) {
    const incidents = answer?.incidents ?? [];
    write(this.incidentsSaid, problem ? `Not available: ${problem.message}` : incidents.length ? '' : '✓ None open.', problem ? 'empty bad-text' : 'empty');
    this.incidentsSaid.hidden = incidents.length > 0;
    keyed(this.incidents, incidents, (one) => one.number, (one) => el('tr', {},
        el('th', {scope: 'row', class: 'nowrap'}, time(one.openedAt)), el('td', {class: one.closedAt ? '' : 'bad-text'}, words(one.kind)), el('td', {}, one.subject), el('td', {}, one.text),
        el('td', {}, one.closedAt ? `${time(one.closedAt)} ${one.resolution ?? ''}` : 'open')));
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
    const lines = [['Version', now.version], ['Mode', now.mode], ['Trading loop', now.role === 'OWNER' ? 'in this process' : 'in another process'],
      ['Live events of the broker', `${words(now.stream.state)}${now.stream.since ? ` since ${time(now.stream.since)}` : ''}`],
      ['Last successful sync', now.sync.goodAt ? `${time(now.sync.goodAt)}, ${age(now.sync.ageMillis)} ago` : 'never'], ['Circuit breaker', words(now.broker.breaker)],
      ['Unanswered orders', now.unresolved.count], ['Database', now.store.health === 'SOUND' ? 'sound' : `${capital(now.store.health)}: ${now.store.text}`], ['Events stored', now.seq.toLocaleString('en')]];
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
