// Puts the screen together: what the server tells live, the views, and the keys.
import {$} from './base/dom.js';
import {ask} from './base/api.js';
import {note} from './base/notes.js';
import {onPrefs} from './base/prefs.js';
import {Question} from './base/question.js';
import {Feed} from './live/feed.js';
import {Detail} from './orders/detail.js';
import {blotter} from './orders/list.js';
import {Replace} from './orders/replace.js';
import {Arming} from './shell/arming.js';
import {Bar} from './shell/bar.js';
import {showIcon} from './shell/favicon.js';
import {Flat} from './shell/flat.js';
import {Keys} from './shell/keys.js';
import {Kill} from './shell/kill.js';
import {Palette} from './shell/palette.js';
import {Later} from './shell/later.js';
import {OrderNotes} from './shell/ordernotes.js';
import {address, onAddress} from './shell/address.js';
import {Signals} from './shell/signals.js';
import {Views} from './shell/views.js';
import {Account} from './trade/account.js';
import {Market} from './trade/market.js';
import {Positions} from './trade/positions.js';
import {reverse} from './trade/reverse.js';
import {Strategies} from './trade/strategies.js';
import {Ticket} from './trade/ticket.js';
import {Watchlist} from './trade/watchlist.js';

const HOLDINGS_EVERY_MILLIS = 5_000;
const HEARD_MILLIS = 1_100;
// Once the page is connected, or without that.
const FIRST_LOAD_MILLIS = 1_000;
const OTHER_VIEWS_MILLIS = 2_000;

const feed = new Feed();
const bar = new Bar(() => titled());
const figures = new Account();
const flat = new Flat({say: (line) => bar.also(line), look: (wanted) => { if (wanted) holdings.begin(); else if (views.now !== 'trade') holdings.end(); }});
const mode = () => bar.now?.mode;
const arming = new Arming(mode);
const kill = new Kill(() => bar.now, flat, arming);
const ticket = new Ticket({arming, mode, trading: () => bar.now?.tradingState, show: (id) => detail.show(id), chart: (symbol) => market.of(symbol), resume: kill.resume});
const copy = (text) => blotter.copy(text);
const detail = new Detail({cancel: kill.cancel, copy});
const replace = new Replace(blotter.grid, {arming, mode, judged: ticket.judging.replacement});
blotter.join({show: (id) => detail.show(id), cancel: kill.cancel, mode, replace, example: () => ticket.begin('AAPL', 'buy', '10')});
const listed = new Promise((go) => { blotter.onListed = go; });
const market = new Market({after: listed, replace: (...change) => replace.byPrice(...change)});
const watchlist = new Watchlist({pick: (symbol) => ticket.begin(symbol)});
const strategies = new Strategies({filter: blotter, arming, changed: () => { holdings.ask(); figuresByStrategy.ask(); parts.strategies.tell('soon'); }});
const positions = new Positions({begin: (...terms) => ticket.begin(...terms), exit: (...terms) => ticket.exit(...terms), reverse: (position) => reverse(ticket, position), judged: ticket.judging.close, changed: () => holdings.ask()});
const signals = new Signals();
const notes = new OrderNotes((orders) => signals.turned(orders));

const holdings = new Question(() => ask('GET', '/positions'), (answer, problem) => { positions.show(answer, problem); ticket.showPositions(answer); if (answer) { market.positions(answer.positions); watchlist.positions(answer.positions); } flat.positions(answer, problem); }, HOLDINGS_EVERY_MILLIS);
const figuresByStrategy = new Question(() => ask('GET', '/strategies'), (answer, problem) => strategies.show(answer, problem), HOLDINGS_EVERY_MILLIS);
const account = new Question(() => ask('GET', '/account'), (answer, problem) => { figures.show(answer, problem); titled(); ticket.showAccount(answer, problem); }, HOLDINGS_EVERY_MILLIS);

// The server answers with what it heard of the broker up to a second ago: sooner would be too soon.
function worthAgain() {
  holdings.soon(HEARD_MILLIS);
  account.soon(HEARD_MILLIS);
}

const trade = {
  enter() { holdings.begin(); figuresByStrategy.begin(); market.enter(); watchlist.enter(); worthAgain(); blotter.paint(); },
  leave() { if (!flat.on) holdings.end(); figuresByStrategy.end(); market.leave(); watchlist.leave(); },
  address: (params) => { blotter.address(params); strategies.address(params); },
};
const later = (name, load) => new Later(async () => load($(`view-${name}`)), (problem) => note(`The view cannot be loaded; reload the page. ${problem.message}`, 'bad'));
const showOrder = (id) => detail.show(id);
const parts = {
  trade,
  profit: later('profit', async (box) => new (await import('./view/profit.js')).Profit(box)),
  trades: later('trades', async (box) => new (await import('./view/trades.js')).Trades(box, showOrder)),
  strategies: later('strategies', async (box) => new (await import('./view/strategyview.js')).StrategyView(box, {acts: strategies, arming})),
  notifications: later('notifications', async (box) => new (await import('./view/notifications.js')).Notifications(box)),
  activity: later('activity', async (box) => new (await import('./view/activity.js')).Activity(box, showOrder)),
  audit: later('audit', async (box) => new (await import('./view/audit.js')).Audit(box)),
  health: later('health', async (box) => new (await import('./view/health.js')).HealthView(box, () => bar.now)),
  risk: later('risk', async (box) => new (await import('./view/risk.js')).Risk(box, kill)),
  simulator: later('simulator', async (box) => new (await import('./view/simulator.js')).Simulator(box)),
  settings: later('settings', async (box) => new (await import('./view/settings.js')).Settings(box)),
};
// The other views are loaded after the one that is shown: without the server, they can still be shown.
listed.then(() => setTimeout(() => { for (const part of Object.values(parts)) part.prepare?.(); }, OTHER_VIEWS_MILLIS));
const views = new Views(parts, () => titled());
const keys = new Keys({views, acts: {palette: () => palette.open(), cancelAll: kill.cancelAll, halt: kill.halt, ticket: () => ticket.enter(), side: (side) => ticket.side(side)}});
const palette = new Palette({views, keys, kill, closeAll: () => keys.trade(positions.closeAll), trade: (symbol) => keys.trade(() => ticket.begin(symbol))});
$('help').addEventListener('click', () => keys.list());

// What a tab in the background is looked at for: unanswered orders and today's profit.
function titled() {
  const unknown = bar.now?.unresolved.count;
  document.title = [unknown ? `(${unknown} unknown)` : '', figures.today.replace(/^[▲▼] /, ''), views?.label, 'Lockstep', bar.now?.mode.toUpperCase()].filter(Boolean).join(' ');
  showIcon(unknown, figures.way?.kind);
}

function showStatus(now) {
  bar.show(now);
  flat.status(now);
  blotter.showCounts(now.counts);
  views.allow('simulator', now.mode === 'sim');
  parts.settings.tell('session', now.needsToken);
  arming.tick();
  const gate = JSON.stringify([now.tradingState, now.restrictions, now.readOnly]);
  if (gate !== showStatus.gate) ticket.refresh();
  showStatus.gate = gate;
  ticket.hold(now.store.health !== 'sound' ? `The database takes no orders: ${now.store.text}` : '');
  parts.health.tell('status', now);
}

feed.on('status', showStatus)
    .on('orders', (orders) => {
      blotter.orders(orders);
      detail.orders(orders);
      ticket.orders(orders);
      market.live(orders);
      notes.orders(orders);
      parts.activity.tell('orders');
      parts.strategies.tell('soon');
      worthAgain();
    })
    .on('incident', () => { parts.health.tell('incident'); parts.audit.tell('soon'); parts.notifications.tell('soon'); })
    .on('risk', (risk) => { parts.risk.tell('news'); parts.audit.tell('soon'); ticket.refresh(); })
    .on('reload', () => { clearTimeout(first); blotter.again(); worthAgain(); parts[views.now]?.again?.(); })
    .on('tick', () => { bar.tick(feed); arming.tick(); ticket.tick(feed.away ? 'the database is away' : feed.quiet ? 'the connection to the server is lost' : ''); });
onPrefs(() => { blotter.paint(); if (bar.now) bar.show(bar.now); parts.profit.tell('colours'); market.colours(); });

views.show(false);
account.begin();
onAddress(() => { if (views.now === 'trade') strategies.address(address().params); });
onAddress(() => detail.follow(address().params.get('order')));
detail.follow(address().params.get('order'));
const first = setTimeout(() => blotter.again(), FIRST_LOAD_MILLIS);
feed.begin();
ask('GET', '/status').then(showStatus).catch((problem) => bar.say([problem.message]));
if (location.protocol === 'http:' && !['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname)) note('This connection is not encrypted: put a proxy with TLS in front.', 'warn');
