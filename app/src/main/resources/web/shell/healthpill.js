// One pill for what trading depends on: broker, its stream, the sync and the database. It names the worst; a click opens all
// four.
import {$, el, keyed, write} from '../base/dom.js';
import {age, shortTime, words} from '../base/format.js';
import {popover} from '../base/popover.js';

const MANY_REQUESTS = 100_000;

// The parts, the worst first where several are bad: without the database nothing is sent at all.
export function parts({broker, stream, sync, store}, since, away = null) {
  const budget = broker.requestsLeft != null && broker.requestsLeft < MANY_REQUESTS ? `, ${broker.requestsLeft} requests left` : '';
  if (away) return [{name: 'Database', ok: false, text: `away since ${shortTime(away.since)}`}];
  return [
    {name: 'Database', ok: store.health === 'sound', text: words(store.health)},
    {name: 'Broker', ok: broker.reachable, text: broker.reachable ? `answers in ${broker.latencyMillis ?? '?'} ms${budget}` : 'unreachable'},
    {name: 'Sync', ok: sync.fresh, text: sync.ageMillis == null ? 'never' : `${age(sync.ageMillis + since)} ago`},
    {name: 'Stream', ok: stream.state === 'listening', text: words(stream.state)},
  ];
}

export function summary(all) {
  const bad = all.filter((part) => !part.ok);
  if (!bad.length) return {kind: 'good', text: '✓ healthy'};
  return {kind: 'bad', text: `✕ ${bad[0].name.toLowerCase()} ${bad[0].text}${bad.length > 1 ? `, ${bad.length - 1} more` : ''}`};
}

export class HealthPill {
  constructor() {
    this.list = el('dl', {});
    this.box = el('div', {id: 'health-parts', class: 'drop', role: 'group', 'aria-label': 'Broker, stream, sync and database'},
        this.list, el('p', {class: 'sub'}, el('a', {href: '#health', onclick: () => this.box.hidePopover()}, 'All checks in the Health view')));
    popover($('health'), this.box);
  }

  // A state that is no longer reported is shown with its time.
  show(now, since, lostAt, away) {
    const all = parts(now, since, away);
    const {kind, text} = summary(all);
    if (away) write($('health'), text, `badge ${kind}`);
    else write($('health'), lostAt ? `? ${text.slice(2)} at ${shortTime(lostAt)}` : text, `badge ${lostAt ? 'warn' : kind}`);
    keyed(this.list, all, (part) => part.name, ({name, ok, text: said}) => el('div', {}, el('dt', {}, name), el('dd', {class: ok ? '' : 'bad'}, ok ? said : `✕ ${said}`)));
  }
}
