// The bar that is always in sight: whose money, whether trading goes on, and how fresh everything is.
import {$, el, keyed, write} from '../base/dom.js';
import {age, shortTime, time, words, zone} from '../base/format.js';
import {HealthPill} from './healthpill.js';

const MODES = {sim: ['SIM · simulator', 'good'], paper: ['PAPER · no real money', 'good'], live: ['LIVE · real money', 'bad']};
const STATES = {active: ['● trading active', 'good'], reducing: ['◐ trading reducing', 'warn'], halted: ['■ trading halted', 'bad']};

const badge = (node, text, kind) => write(node, text, `badge ${kind}`);

export class Bar {
  // `titled` writes the page's title.
  constructor(titled) {
    this.titled = titled;
    this.lost = null;
    this.away = null;
    this.health = new HealthPill();
  }

  // Another line for the banner, or none.
  also(line) {
    this.more = line;
    if (this.now) this.banner();
  }

  show(now) {
    this.now = now;
    this.at = Date.now();
    badge($('mode'), ...(MODES[now.mode] ?? [now.mode, 'warn']));
    $('resume').classList.toggle('ghost', now.tradingState === 'active');
    document.body.dataset.mode = now.mode;
    document.body.classList.toggle('old', !now.sync.fresh);
    this.trading();
    this.facts();
    this.banner();
    this.titled();
  }

  // Whether what is shown is no longer reported.
  get old() { return Boolean(this.lost || this.away); }

  // A state that is no longer reported is shown with its time.
  trading() {
    const [text, kind] = STATES[this.now.tradingState] ?? [words(this.now.tradingState), 'warn'];
    if (this.old) badge($('trading'), `? ${text.slice(2)} at ${shortTime(new Date(this.at).toISOString())}`, 'warn');
    else badge($('trading'), text, kind);
  }

  facts() {
    const {unresolved, incidents, market, role} = this.now;
    const bad = (wrong) => (wrong ? 'bad' : '');
    const since = Date.now() - this.at;
    this.health.show(this.now, since, this.old && new Date(this.at).toISOString(), this.away);
    keyed($('facts'), [
        ['Unknown', unresolved.count ? `? ${unresolved.count}, oldest ${age(unresolved.oldestMillis + since)}` : '0', bad(unresolved.count > 0), '#trade?tab=unknown'],
        ['Incidents', incidents ? `! ${incidents}` : '0', bad(incidents > 0), '#health?show=incidents'],
        ['Market', market ? (market.open ? 'open' : `closed until ${shortTime(market.nextOpen)}`) : 'unknown', market && !market.open ? 'warn' : ''],
        ['Loop', role === 'owner' ? 'this process' : 'other process'],
    ], ([name]) => name, ([name, value, kind = '', link]) => el('div', {}, el('dt', {}, name), el('dd', {class: kind}, link ? el('a', {href: link, data: {act: 'open'}}, value) : value)));
  }

  banner() {
    const now = this.now;
    const why = this.more ? [this.more] : [];
    if (this.away) why.push(`The database is away since ${shortTime(this.away.since)}, everything is as it was then: ${this.away.text}`);
    if (this.lost) why.push(`The connection to the server is lost since ${shortTime(this.lost)}: everything is as it was then`);
    if (now.store.health !== 'sound') why.push(`The database takes no orders: ${now.store.text}`);
    if (!now.broker.reachable && now.broker.fault) why.push(`The broker does not answer: ${now.broker.fault}`);
    if (now.broker.tradingBlocked) why.push(...now.broker.restrictions);
    if (!now.sync.fresh) why.push(`No recent sync has succeeded${now.sync.failure ? `: ${now.sync.failure}` : ''}. Account and positions are as of ${now.sync.goodAt ? shortTime(now.sync.goodAt) : 'the start'}.`);
    for (const held of now.restrictions) why.push(`${words(held.state)} by ${held.who || held.source}: ${held.why}`);
    this.say(why);
  }

  // The line keeps its place, so that nothing moves under the pointer.
  say(lines) {
    write($('banner'), lines.join(' · ') || this.counted(), lines.length ? 'on' : '');
    $('banner').title = lines.join('\n');
  }

  // What is counted above, in words.
  counted() {
    const {unresolved, incidents, stream} = this.now ?? {};
    const lines = [incidents ? `${incidents} open ${incidents === 1 ? 'incident' : 'incidents'}` : '', unresolved?.count ? `${unresolved.count} unanswered ${unresolved.count === 1 ? 'order' : 'orders'}` : '',
      stream && stream.state !== 'listening' ? `live events of the broker: ${words(stream.state)}` : ''].filter(Boolean);
    return lines.length ? `! ${lines.join(', ')}` : this.now ? '✓ Nothing needs attention' : '';
  }

  // Each second: whether live events still arrive. The state is spoken when it changes, its age is not.
  tick(feed) {
    const {away} = feed;
    const quiet = feed.quiet && !away;
    if (away) badge($('page'), '✕ database away', 'bad');
    else badge($('page'), !feed.heard ? 'connecting' : quiet ? '✕ disconnected' : '● live', quiet ? 'bad' : 'good');
    const since = away ? Date.parse(away.since) : quiet && feed.heard;
    write($('page-age'), since ? `for ${age(Date.now() - since)}` : '');
    document.body.classList.toggle('stale', Boolean(quiet || away));
    write($('clock'), `${time(new Date().toISOString()).slice(11)} ${zone()}`);
    const lost = quiet && feed.heard ? new Date(feed.heard).toISOString() : null;
    const turned = Boolean(lost) !== Boolean(this.lost) || away?.text !== this.away?.text;
    this.lost = lost;
    this.away = away;
    if (!this.now) return;
    if (turned) { this.trading(); this.banner(); }
    if (turned || !this.old) this.facts();
  }
}
