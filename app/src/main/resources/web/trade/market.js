// The chart of the ticket's instrument, with own fills, the average price and resting orders.
import {$, el, button, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {amount, price as priced, words} from '../base/format.js';
import {Question} from '../base/question.js';
import {withQuote} from './livebar.js';
import {isClosed, quantity} from '../orders/status.js';

const KEPT = 'lockstep-chart';
const TIMEFRAMES = ['1m', '5m', '15m', '1h', '1d'];
const EVERY_MILLIS = 3_000;
const MAX_ORDERS = 200;
const HIGH_ENOUGH_PIXELS = 860;
const DAY_MILLIS = 86_400_000;
// Held here until another order ends: it rests nowhere, and cannot be replaced.
const WAITING = 'waiting';

export class Market {
  // `replace` gets an order, the field and the price to which its line was dragged; the library is loaded `after` the
  // orders.
  constructor({replace, after}) {
    this.after = after;
    this.replace = replace;
    this.orders = new Map();
    const kept = read();
    this.symbol = kept.symbol ?? '';
    this.frame = TIMEFRAMES.includes(kept.frame) ? kept.frame : '5m';
    this.open = kept.open ?? window.innerHeight >= HIGH_ENOUGH_PIXELS;
    this.frames = el('div', {class: 'tabs', role: 'group', 'aria-label': 'Length of a bar'}, ...TIMEFRAMES.map((frame) =>
      button(frame, () => this.turn(frame), {data: {frame}, 'aria-pressed': String(frame === this.frame)})));
    this.toggle = button('', () => { this.open = !this.open; this.shape(); }, {id: 'market-toggle', class: 'quiet'});
    $('market-bar').append(this.frames, this.toggle);
    this.question = new Question(() => this.load(), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
    this.listing = new Question(() => this.list(), (answer) => this.listed(answer));
    this.shape();
  }

  shape() {
    this.keep();
    this.toggle.textContent = this.open ? 'Hide chart' : 'Show chart';
    this.toggle.setAttribute('aria-expanded', String(this.open));
    $('market-chart').hidden = this.frames.hidden = !this.open;
    if (this.seen) this.question.ask();
  }

  keep() { localStorage.setItem(KEPT, JSON.stringify({symbol: this.symbol, frame: this.frame, open: this.open})); }

  enter() { this.seen = true; this.question.begin(); this.listing.begin(); }
  leave() { this.seen = false; this.question.end(); this.listing.end(); }

  turn(frame) {
    this.frame = frame;
    for (const one of this.frames.children) one.setAttribute('aria-pressed', String(one.dataset.frame === frame));
    this.keep();
    this.question.ask();
  }

  // The instrument of the ticket; without one, that of before or of the largest position.
  of(symbol) {
    if (!symbol || symbol === this.symbol) return;
    this.symbol = symbol;
    this.orders.clear();
    this.keep();
    if (!this.seen) return;
    this.question.ask();
    this.listing.ask();
  }

  positions(positions) {
    this.held = positions;
    if (!this.symbol && positions.length) this.of([...positions].sort((a, b) => Math.abs(Number(b.marketValue)) - Math.abs(Number(a.marketValue)))[0].symbol);
    this.paint();
  }

  // Live events; a fill or a new order of this instrument shows at once.
  live(orders) {
    const own = orders.filter((order) => order.symbol === this.symbol);
    own.forEach((order) => this.orders.set(order.id, order));
    if (own.length) this.paint();
  }

  async load() {
    const {symbol, frame} = this;
    if (!symbol) return null;
    const limit = this.open ? 300 : 2;
    const named = `symbol=${encodeURIComponent(symbol)}`;
    const [answer, quote] = await Promise.all([ask('GET', `/bars?${named}&timeframe=${frame}&limit=${limit}`), ask('GET', `/quotes?${named}`).catch(() => null)]);
    return {symbol, frame, limit, bars: withQuote(answer.bars, quote, frame)};
  }

  async list() {
    const {symbol} = this;
    if (!symbol) return null;
    const pages = await Promise.all(['open,unresolved,waiting', 'filled'].map((status) => ask('GET', `/orders?${new URLSearchParams({symbol, status, limit: MAX_ORDERS})}`)));
    return {symbol, orders: pages.flatMap((page) => page.orders)};
  }

  listed(answer) {
    if (answer?.symbol !== this.symbol) return;
    this.orders = new Map(answer.orders.map((order) => [order.id, order]));
    this.paint();
  }

  async show(answer, problem) {
    write($('market-head'), this.symbol || 'Chart');
    if (!answer) { write($('market-price'), problem ? `no bars: ${problem.message}` : 'Enter a symbol in the ticket', problem ? 'sum bad-text' : 'sum'); return; }
    if (answer.symbol !== this.symbol || answer.frame !== this.frame) return;
    const last = answer.bars.at(-1);
    const old = last && Date.now() - Date.parse(last.from) > DAY_MILLIS;
    write($('market-price'), last ? `${priced(last.close)}${old ? `, of ${last.from.slice(0, 10)}` : ''}` : 'no bars', 'sum strong');
    if (!this.open || !answer.bars.length) return;
    if (!(await this.drawn())) return;
    this.candles.show(`${answer.symbol} ${answer.frame}`, answer.bars);
    this.paint();
  }

  // The library is loaded when there is something to draw.
  async drawn() {
    if (this.candles) return true;
    await this.after;
    try {
      const {Candles} = await import('../view/candles.js');
      this.candles ??= new Candles($('market-chart'), (line, price) => this.replace(line.order, line.field, price));
      return true;
    } catch {
      write($('market-price'), 'the chart could not be loaded; reload the page', 'sum bad-text');
      return false;
    }
  }

  colours() { this.candles?.colours(); }

  paint() {
    if (!this.candles || !this.open) return;
    const all = [...this.orders.values()];
    this.candles.mark(all.filter((order) => order.filledQty !== '0' && order.avgFillPrice).map((order) => ({
      at: Date.parse(order.brokerUpdatedAt ?? order.updatedAt) / 1000, buy: order.side === 'buy', text: `${order.side === 'buy' ? 'B' : 'S'} ${amount(order.filledQty)}`})));
    const held = this.held?.find((one) => one.symbol === this.symbol && one.brokerQty !== '0' && one.avgEntryPrice);
    this.candles.draw([...(held ? [{price: Number(held.avgEntryPrice), title: `avg ${amount(held.brokerQty)}`, kind: 'accent'}] : []), ...all.filter((order) => !isClosed(order.status) && order.status !== WAITING).flatMap(lines)]);
  }
}

// An order may have a stop and a limit.
function lines(order) {
  const kind = order.side === 'buy' ? 'up' : 'down';
  return [['stopPrice', 'stop'], ['limitPrice', order.parent ? 'take profit' : words(order.side)]].filter(([field]) => order[field])
      .map(([field, title]) => ({order, field, price: Number(order[field]), title: `${title} ${amount(quantity(order))}`, kind}));
}

function read() {
  try { return JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { return {}; }
}
