// The incidents with what can be done about each: acknowledge, close, sync, adopt, or look at what it is about.
import {el, button, keyed, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {attempt, form} from '../base/dialog.js';
import {note} from '../base/notes.js';
import {amount, time, words} from '../base/format.js';
import {Question} from '../base/question.js';
import {described, quantity} from '../orders/status.js';

const EVERY_MILLIS = 15_000;
const MAX_EXTERNAL = 100;
const ORDER_ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/;
const SYMBOL = /^[A-Z][A-Z0-9.]{0,9}(\/[A-Z]{2,6})?$/;
const SYNCED = new Set(['sync_stale', 'position_mismatch', 'fill_mismatch', 'order_missing', 'order_unresolved', 'change_unconfirmed', 'lost_order']);
const REMEDIES = {
  position_mismatch: 'Local fills and the broker differ: adopt external orders of this symbol, or acknowledge what was moved by hand.',
  unprotected_position: 'Send a new stop for this position, or close it.',
  position_not_closed: 'Cancel the orders that hold the shares, then close again.',
  external_order: 'Adopt these orders to sync and cancel them here, or cancel them at the broker.',
  order_unresolved: 'It is looked up until the broker settles it. Do not send it again under another key.',
  lost_order: 'Check the order, its position and its exits, then close this incident.',
  execution_corrected: 'Check the position, its exits and what was decided on this trade, then close this incident.',
  sync_stale: 'Check the connection and the keys, then sync.',
};

export class IncidentList {
  constructor() {
    this.body = el('tbody');
    this.said = el('p', {class: 'empty', role: 'status'});
    this.past = el('input', {type: 'checkbox', id: 'incidents-past', onchange: () => this.question.ask()});
    this.panel = el('section', {class: 'panel', 'aria-labelledby': 'incidents-head', tabindex: -1},
        el('div', {class: 'bar'}, el('h3', {id: 'incidents-head'}, 'Incidents'), el('div', {class: 'filters'}, el('label', {class: 'check'}, this.past, ' including closed ones'))), this.said,
        el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Incidents'}, el('table', {}, el('caption', {class: 'unseen'}, 'Incidents'),
            el('thead', {}, el('tr', {}, ...['Opened', 'Kind', 'Subject', 'What', 'Acts'].map((head) => el('th', {scope: 'col'}, head)))), this.body)));
    this.question = new Question(() => ask('GET', `/incidents${this.past.checked ? '?all=true' : ''}`), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
  }

  enter() { this.question.begin(); }
  leave() { this.question.end(); }
  soon() { this.question.soon(); }

  // A link to the incidents leads there.
  reveal() {
    this.panel.scrollIntoView({block: 'nearest'});
    this.panel.focus();
  }

  show(answer, problem) {
    const incidents = answer?.incidents ?? [];
    write(this.said, problem ? `Not available: ${problem.message}` : incidents.length ? '' : '✓ None open.', problem ? 'empty bad-text' : 'empty');
    this.said.hidden = incidents.length > 0;
    keyed(this.body, incidents, (one) => one.number, (one) => this.line(one));
  }

  line(one) {
    return el('tr', {},
        el('th', {scope: 'row', class: 'nowrap'}, time(one.openedAt)), el('td', {class: one.closedAt ? '' : 'bad-text'}, words(one.kind)), el('td', {}, this.subject(one)),
        el('td', {class: 'long'}, one.text, one.acknowledgedBy ? el('p', {class: 'sub'}, `Acknowledged by ${one.acknowledgedBy}: ${one.acknowledgedReason}`) : null,
            !one.closedAt && REMEDIES[one.kind] ? el('p', {class: 'sub'}, REMEDIES[one.kind]) : null),
        el('td', {class: 'acts'}, ...(one.closedAt ? [`closed ${time(one.closedAt)} ${one.resolution ?? ''}`] : this.acts(one))));
  }

  subject(one) {
    const order = ORDER_ID.exec(one.subject)?.[0];
    if (order) return el('a', {href: `#health?order=${order}`}, one.subject);
    return SYMBOL.test(one.subject) ? el('a', {href: `#trade?tab=all&symbol=${encodeURIComponent(one.subject)}`}, one.subject) : one.subject;
  }

  acts(one) {
    const named = (act) => ({'aria-label': `${act} incident ${one.number}`, data: {act}});
    return [one.acknowledgedBy ? null : button('Acknowledge', () => this.acknowledge(one), named('Acknowledge')),
      one.closable ? button('Close…', () => this.close(one), named('Close')) : null,
      SYNCED.has(one.kind) ? button('Sync now', () => this.sync(), named('Sync for')) : null,
      one.kind === 'external_order' || one.kind === 'position_mismatch' ? button('Adopt…', () => this.adopt(), named('Adopt for')) : null].filter(Boolean);
  }

  async acknowledge(one) {
    const done = await form('Acknowledge this incident?', `${words(one.kind)}, ${one.subject}: it stays open and is accepted as it is. If it changes, it has to be acknowledged again.`, 'Acknowledge',
        [{name: 'reason', label: 'Reason', check: (text) => text.trim() !== ''}], 'main', ({reason}) => ask('POST', `/incidents/${one.number}/acknowledge`, {reason}));
    if (done) { note('Acknowledged'); this.question.ask(); }
  }

  // Only an incident of something that happened is closed by hand; the server refuses the others.
  async close(one) {
    const done = await form('Close this incident?', `${words(one.kind)}, ${one.subject}: close it after you have checked it. Your name and the reason are kept in the audit.`, 'Close incident',
        [{name: 'reason', label: 'Reason', check: (text) => text.trim() !== ''}], 'main', ({reason}) => ask('POST', `/incidents/${one.number}/close`, {reason}));
    if (done) { note('Closed'); this.question.ask(); }
  }

  async sync() {
    if (await attempt(() => ask('POST', '/sync', {}))) { note('Synced with the broker'); this.question.ask(); }
  }

  // Each order is chosen by its box; what cannot be adopted is named.
  async adopt() {
    const list = await attempt(() => ask('GET', `/external-orders?limit=${MAX_EXTERNAL}`));
    if (!list) return;
    if (!list.external.length) { note('The broker has no open external orders', 'warn'); return; }
    const fields = list.external.map((order, i) => ({name: `o${i}`, type: 'checkbox', label: `${words(order.side)} ${order.terms ? quantity(order.terms) : '?'} ${order.symbol} ${order.terms ? described(order.terms) : ''}, filled ${amount(order.filledQty)}`}));
    const chosen = await form('Adopt external orders?', 'From then on Lockstep syncs, counts and cancels them like its own.', 'Adopt', fields, 'main');
    if (!chosen) return;
    for (const [i, order] of list.external.entries()) {
      if (!chosen[`o${i}`]) continue;
      const answer = await attempt(() => ask('POST', `/external-orders/${encodeURIComponent(order.brokerOrderId)}/adopt`, {}));
      if (answer) note(`${order.symbol}: ${words(answer.result)} ${answer.text}`);
    }
    this.question.ask();
  }
}
