// Who halted, changed limits, paused strategies, acknowledged or closed incidents, changed keys and signed in, newest first.
import {el, button, keyed, table, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {saveCsv} from '../base/csv.js';
import {note} from '../base/notes.js';
import {time} from '../base/format.js';
import {Question} from '../base/question.js';
import {setAddress} from '../shell/address.js';

const PAGE_ACTS = 100;
const MAX_ACTS = 2_000;
const MAX_PAGE_ACTS = 500;
const MAX_EXPORTED = 50_000;
const EVERY_MILLIS = 15_000;
const KINDS = {risk: 'limits and trading state', incident: 'incidents', key: 'keys', sign_in: 'sign-ins'};
const EXPORTED = ['at', 'kind', 'what', 'who', 'why'];

export class Audit {
  constructor(box) {
    this.acts = new Map();
    this.kind = el('select', {id: 'audit-kind', onchange: () => { setAddress({kind: this.kind.value}); this.turned(); }}, el('option', {value: ''}, 'All kinds'), ...Object.entries(KINDS).map(([kind, text]) => el('option', {value: kind}, text)));
    this.exporting = button('Export CSV', () => this.export(), {id: 'audit-export'});
    this.body = el('tbody');
    this.older = button('Older', () => this.more(), {id: 'audit-older', hidden: true});
    this.said = el('p', {class: 'foot', role: 'status'});
    box.append(el('h2', {id: 'audit-head', class: 'unseen', tabindex: -1}, 'Audit'),
        el('section', {class: 'panel fill', 'aria-labelledby': 'audit-title'},
            el('div', {class: 'bar'}, el('h3', {id: 'audit-title'}, 'Audit'), el('span', {class: 'sum'}, 'by persons and watchdogs'),
                el('div', {class: 'filters'}, el('label', {}, el('span', {class: 'unseen'}, 'Kind'), this.kind), this.exporting)),
            el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'audit-title'}, table('Decisions, newest first', ['Time', 'What', 'By', 'Reason'], this.body)),
            el('div', {class: 'bar end'}, this.said, this.older)));
    this.question = new Question(() => this.load(), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
  }

  enter() { this.question.begin(); }
  leave() { this.question.end(); }
  again() { this.question.ask(); }
  soon() { this.question.soon(); }

  address(params) {
    const kind = params.get('kind') in KINDS ? params.get('kind') : '';
    if (kind === this.kind.value) { this.paint(); return; }
    this.kind.value = kind;
    this.turned();
  }

  // The server filters: what is loaded is a page of the kind.
  turned() {
    this.acts.clear();
    this.next = null;
    this.question.ask();
  }

  get shown() { return [...this.acts.values()].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)); }

  async load(before, limit = PAGE_ACTS) {
    const params = new URLSearchParams({limit});
    const kind = this.kind.value;
    if (kind) params.set('kind', kind);
    if (before) params.set('before', before);
    return {kind, before, page: await ask('GET', `/audit?${params}`)};
  }

  async more() {
    try { this.show(await this.load(this.next), null); } catch (problem) { this.show(null, problem); }
  }

  show(answer, problem) {
    if (answer && answer.kind !== this.kind.value) return;
    this.problem = problem;
    if (answer) {
      const {acts, next} = answer.page;
      const key = (act) => [act.at, act.kind, act.what, act.who].join(' ');
      const known = acts.some((act) => this.acts.has(key(act)));
      // More was done than one page holds: the known acts no longer adjoin it.
      if (!answer.before && acts.length && !known) this.acts.clear();
      if (answer.before || !this.acts.size) this.next = next;
      acts.forEach((act) => this.acts.set(key(act), act));
    }
    this.paint();
  }

  paint() {
    const acts = this.shown;
    keyed(this.body, acts, (act) => [act.at, act.kind, act.what, act.who].join(' '), (act) => el('tr', {},
        el('th', {scope: 'row', class: 'nowrap'}, time(act.at)), el('td', {class: 'long'}, act.what), el('td', {}, act.who ?? 'not stored'), el('td', {class: 'long'}, act.why || '–')));
    const full = this.acts.size >= MAX_ACTS;
    this.older.hidden = !this.next || full;
    write(this.said, this.problem ? `Not available: ${this.problem.message}` : acts.length ? `${acts.length} shown${full ? ', the maximum' : ''}` : this.question.wanted ? 'Nothing was changed.' : '', this.problem ? 'foot bad-text' : 'foot');
  }
  // All acts of the kind, whatever is loaded; a file that is cut says so.
  async export() {
    const acts = [];
    let next = null;
    this.exporting.disabled = true;
    try {
      do {
        const {page} = await this.load(next, MAX_PAGE_ACTS);
        acts.push(...page.acts);
        next = page.next;
      } while (next && acts.length < MAX_EXPORTED);
      saveCsv('lockstep-audit', EXPORTED, acts);
      note(next ? `The file has the newest ${acts.length.toLocaleString('en')} decisions only` : `Exported ${acts.length.toLocaleString('en')} decisions`, next ? 'bad' : 'good', 'export');
    } catch (problem) {
      note(`Nothing was exported: ${problem.message}`, 'bad', 'export');
    }
    this.exporting.disabled = false;
  }
}
