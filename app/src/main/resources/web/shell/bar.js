// The bar that is always there: whose money, whether trading goes on, and how fresh everything is.
import {$, keyed, pair, write} from '../base/dom.js';
import {age, shortTime, time, words, zone} from '../base/format.js';

const MODES = {SIM: ['SIM · simulator', 'good'], PAPER: ['PAPER · no real money', 'good'], LIVE: ['LIVE · real money', 'bad']};
const STATES = {ACTIVE: ['● trading active', 'good'], REDUCING: ['◐ trading reducing', 'warn'], HALTED: ['■ trading halted', 'bad']};
const MANY_REQUESTS = 100_000;

const badge = (node, text, kind) => write(node, text, `badge ${kind}`);

export class Bar {
  // Another line for the banner, or none.
  also(line) {
    this.more = line;
    if (this.now) this.banner();
  }

  show(now) {
    this.now = now;
    this.at = Date.now();
    badge($('mode'), ...(MODES[now.mode] ?? [now.mode, 'warn']));
    badge($('trading'), ...(STATES[now.tradingState] ?? [words(now.tradingState), 'warn']));
    $('resume').hidden = now.tradingState === 'ACTIVE';
    document.body.dataset.mode = now.mode;
    document.body.classList.toggle('old', !now.sync.fresh);
    document.title = `${now.unresolved.count ? `(${now.unresolved.count} unknown) ` : ''}Lockstep ${now.mode}`;
    this.facts();
    this.banner();
  }

  facts() {
    const {broker, stream, sync, store, unresolved, incidents, market, role} = this.now;
    const bad = (wrong) => (wrong ? 'bad' : '');
    const since = Date.now() - this.at;
    const budget = broker.requestsLeft != null && broker.requestsLeft < MANY_REQUESTS ? `, ${broker.requestsLeft} left` : '';
    keyed($('facts'), [
        ['Broker', broker.reachable ? `${broker.latencyMillis ?? '?'} ms${budget}` : '✕ unreachable', bad(!broker.reachable)],
        ['Stream', stream.state === 'LISTENING' ? 'listening' : `✕ ${words(stream.state)}`, bad(stream.state !== 'LISTENING')],
        ['Sync', sync.ageMillis == null ? '✕ never' : `${sync.fresh ? '' : '✕ '}${age(sync.ageMillis + since)} ago`, bad(!sync.fresh)],
        ['Database', store.health === 'SOUND' ? 'sound' : `✕ ${words(store.health)}`, bad(store.health !== 'SOUND')],
        ['Unknown', unresolved.count ? `? ${unresolved.count}, oldest ${age(unresolved.oldestMillis + since)}` : '0', bad(unresolved.count > 0)],
        ['Incidents', incidents ? `! ${incidents}` : '0', bad(incidents > 0)],
        ['Market', market ? (market.open ? 'open' : `closed until ${shortTime(market.nextOpen)}`) : 'unknown', market && !market.open ? 'warn' : ''],
        ['Loop', role === 'OWNER' ? 'this process' : 'other process'],
    ], ([name]) => name, (fact) => pair(...fact));
  }

  banner() {
    const now = this.now;
    const why = this.more ? [this.more] : [];
    if (now.store.health !== 'SOUND') why.push(`The database takes no orders: ${now.store.text}`);
    if (!now.broker.reachable && now.broker.fault) why.push(`The broker does not answer: ${now.broker.fault}`);
    if (now.broker.tradingBlocked) why.push(now.broker.tradingBlocked);
    if (!now.sync.fresh) why.push(`No recent sync has succeeded${now.sync.failure ? `: ${now.sync.failure}` : ''}. The data may be stale.`);
    for (const held of now.restrictions) why.push(`${words(held.state)} by ${held.who || held.source}: ${held.why}`);
    this.say(why);
  }

  say(lines) {
    write($('banner'), lines.join(' · '));
    $('banner').hidden = !lines.length;
  }

  // Each second: whether the page itself still hears anything.
  tick(feed) {
    const quiet = feed.quiet;
    const since = feed.heard ? `, ${age(Date.now() - feed.heard)} old` : '';
    badge($('page'), !feed.heard ? 'connecting' : quiet ? `✕ disconnected${since}` : '● live', quiet ? 'bad' : 'good');
    document.body.classList.toggle('stale', quiet);
    write($('clock'), `${time(new Date().toISOString()).slice(11)} ${zone()}`);
    if (this.now && !quiet) this.facts();
  }
}
