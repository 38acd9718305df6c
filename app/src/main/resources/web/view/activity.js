// What happens to all orders, one line after another: live, to be filtered, and to be taken away.
import {el, button, keyed, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {amount, time, words} from '../base/format.js';
import {saveCsv} from '../base/csv.js';
import {note} from '../base/notes.js';
import {setAddress} from '../shell/address.js';
import {Question} from '../base/question.js';
import {shown} from '../orders/status.js';

const PAGE_EVENTS = 200;
const MAX_EVENTS = 2_000;
const MAX_PAGE_EVENTS = 1_000;
const MAX_EXPORTED = 200_000;
const EXPORTED = ['sequence', 'at', 'orderId', 'symbol', 'side', 'status', 'filledQty', 'source', 'summary'];

export class Activity {
  constructor(box, showOrder) {
    this.showOrder = showOrder;
    this.events = new Map();
    this.next = null;
    this.symbol = el('input', {id: 'activity-symbol', maxlength: 24, spellcheck: false, placeholder: 'Symbol', oninput: () => this.typed()});
    this.text = el('input', {id: 'activity-text', maxlength: 60, placeholder: 'Words', oninput: () => { this.named(); this.paint(); }});
    this.follow = el('input', {type: 'checkbox', id: 'activity-follow', checked: true, onchange: () => { if (this.follow.checked) this.question.ask(); }});
    this.exporting = button('Export CSV', () => this.export(), {id: 'activity-export'});
    this.body = el('tbody');
    this.older = button('Older', () => this.more(), {id: 'activity-older'});
    this.said = el('p', {class: 'foot', role: 'status'});
    box.append(el('h2', {id: 'activity-head', class: 'unseen', tabindex: -1}, 'Activity'),
        el('section', {class: 'panel fill', 'aria-labelledby': 'activity-title'},
            el('div', {class: 'bar'}, el('h3', {id: 'activity-title'}, 'Activity'),
                el('div', {class: 'filters'},
                    el('label', {}, el('span', {class: 'unseen'}, 'Symbol'), this.symbol), el('label', {}, el('span', {class: 'unseen'}, 'Filter'), this.text),
                    el('label', {class: 'check'}, this.follow, ' Follow'), this.exporting)),
            el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'activity-title'}, this.table()), el('div', {class: 'bar end'}, this.said, this.older)));
    this.question = new Question(() => this.load(), (answer, problem) => this.show(answer, problem));
  }

  table() {
    return el('table', {class: 'dense'}, el('caption', {class: 'unseen'}, 'Events, newest first'),
        el('thead', {}, el('tr', {}, ...['Time', 'Symbol', 'Side', 'Status', 'Filled', 'By', 'What'].map((head) => el('th', {scope: 'col', class: head === 'Filled' ? 'n' : ''}, head)))), this.body);
  }

  enter() { this.question.begin(); }
  leave() { this.question.end(); }
  again() { this.question.ask(); }
  orders() { if (this.follow.checked) this.question.soon(); }

  // The address has the filters.
  named() { setAddress({symbol: this.symbol.value.trim().toUpperCase(), text: this.text.value.trim()}); }

  address(params) {
    const symbol = params.get('symbol') ?? '';
    this.text.value = params.get('text') ?? '';
    if (symbol === this.symbol.value.trim().toUpperCase()) { this.paint(); return; }
    this.symbol.value = symbol;
    this.typed();
  }

  typed() {
    this.named();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => { this.events.clear(); this.next = null; this.question.ask(); }, 250);
  }

  async load(before, limit = PAGE_EVENTS) {
    const params = new URLSearchParams({limit});
    const symbol = this.symbol.value.trim().toUpperCase();
    if (symbol) params.set('symbol', symbol);
    if (before) params.set('before', before);
    return {symbol, before, page: await ask('GET', `/activity?${params}`)};
  }

  async more() {
    try { this.show(await this.load(this.next), null); } catch (problem) { this.show(null, problem); }
  }

  show(answer, problem) {
    this.problem = problem;
    if (answer && answer.symbol !== this.symbol.value.trim().toUpperCase()) return;
    if (answer) {
      const {events, next} = answer.page;
      const known = events.some((event) => this.events.has(event.sequence));
      // More happened than one page holds: the known events no longer adjoin it.
      if (!answer.before && events.length && !known) this.events.clear();
      if (answer.before || !this.events.size) this.next = next;
      events.forEach((event) => this.events.set(event.sequence, event));
    }
    this.paint();
  }

  get shownEvents() { return this.matching([...this.events.values()].sort((a, b) => b.sequence - a.sequence).slice(0, MAX_EVENTS)); }

  matching(all) {
    const text = this.text.value.trim().toLowerCase();
    return text ? all.filter((event) => [event.symbol, event.side, event.status, event.source, event.summary, event.orderId].some((part) => words(part).includes(words(text)))) : all;
  }

  paint() {
    const events = this.shownEvents;
    keyed(this.body, events, (event) => event.sequence, (event) => el('tr', {},
        el('th', {scope: 'row'}, time(event.at)),
        el('td', {}, button(event.symbol, () => this.showOrder(event.orderId), {class: 'link', 'aria-label': `${event.symbol}: history of the order`})),
        el('td', {class: event.side}, words(event.side)), el('td', {class: `state-${event.status}`}, shown(event.status)),
        el('td', {class: 'n'}, amount(event.filledQty)), el('td', {}, words(event.source)), el('td', {class: 'long'}, event.summary)));
    const full = this.events.size >= MAX_EVENTS;
    this.older.hidden = !this.next || full;
    write(this.said, this.problem ? `Not available: ${this.problem.message}` : events.length ? `${events.length} shown${full ? ', the maximum' : ''}` : 'No events.', this.problem ? 'foot bad-text' : 'foot');
  }

  // Everything that matches, whatever is loaded; a file that is cut says so.
  async export() {
    const events = [];
    let next = null;
    this.exporting.disabled = true;
    try {
      do {
        const {page} = await this.load(next, MAX_PAGE_EVENTS);
        events.push(...page.events);
        next = page.next;
        note(`Exporting: ${events.length.toLocaleString('en')} events`, 'good', 'export');
      } while (next && events.length < MAX_EXPORTED);
      saveCsv('lockstep-activity', EXPORTED, this.matching(events));
      note(next ? `The file has the newest ${events.length.toLocaleString('en')} events only; lockstep export has all` : `Exported ${this.matching(events).length.toLocaleString('en')} events`, next ? 'bad' : 'good', 'export');
    } catch (problem) {
      note(`Nothing was exported: ${problem.message}`, 'bad', 'export');
    }
    this.exporting.disabled = false;
  }
}
