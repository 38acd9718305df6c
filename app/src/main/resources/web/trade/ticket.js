// The order ticket: the written order, what would become of it, and what became of it.
import {$, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {Combobox} from '../base/combobox.js';
import {prefs} from '../base/prefs.js';
import {sure} from '../base/dialog.js';
import {cost, estimate, priceOf} from './estimate.js';
import {Fields} from './fields.js';
import {fixOf} from './fix.js';
import {FixButton} from './fixbutton.js';
import {Helpers} from './helpers.js';
import {Judging} from './judging.js';
import {Outcome} from './outcome.js';
import {OrderPresets} from './presets.js';
import {Quote} from './quote.js';
import {Submissions} from './submission.js';
import {line, search} from './symbols.js';
import {hideUnanswered, named, showUnanswered} from './unanswered.js';
import {judge} from './verdict.js';

const PAUSE_MILLIS = 250;
const REFRESH_MILLIS = 400;
const RECHECK_MILLIS = 10_000;
const EARLIER = 'First decide on the earlier order above.';

export class Ticket {
  // `arming` answers whether real money may be risked, `mode` whose money it is, `trading` the trading state.
  constructor({arming, mode, trading, show, chart, resume}) {
    Object.assign(this, {arming, mode, trading, chart});
    this.form = $('ticket');
    this.fields = new Fields(this.form);
    this.outcome = new Outcome($('outcome'), show);
    this.quote = new Quote($('quote'), {take: (price) => this.takePrice(price), changed: () => this.market()});
    this.judging = new Judging(() => this);
    this.helpers = new Helpers($('quantities'), {terms: () => this.terms(), put: (values) => this.put(values)});
    this.fix = new FixButton($('fix'), {put: (values) => this.put(values), resume});
    this.presets = new OrderPresets($('order-presets'), {fields: this.fields.all, put: (values) => this.put(values)});
    this.submissions = new Submissions((report) => this.reported(report));
    this.symbols = new Combobox(this.fields.all.symbol, {host: this.form, label: 'Instruments', load: search, show: line, take: (asset) => this.took(asset.symbol)});
    this.form.addEventListener('input', (event) => this.input(event.target));
    this.form.addEventListener('submit', (event) => { event.preventDefault(); this.send(); });
    this.form.addEventListener('keydown', (event) => this.key(event));
    setInterval(() => this.refresh(), RECHECK_MILLIS);
    this.fields.restore();
    this.changed();
    this.submissions.check();
  }

  // The values of one instrument are not kept for another one.
  input(field) {
    if (field.name === 'symbol' && this.valuesOf && this.fields.symbol !== this.valuesOf) {
      this.fields.clear();
      this.valuesOf = null;
      this.outcome.forget();
    }
    this.changed();
  }

  changed() {
    this.fields.shape();
    this.fields.unmark();
    this.fields.keep();
    this.check = null;
    this.label();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.quote.of(this.fields.symbol); this.preview(); }, PAUSE_MILLIS);
    this.paint();
  }

  // Enter checks the order and leads to the button, Ctrl+Enter sends; a held key does neither.
  key(event) {
    if (event.key === 'Escape') { $('content').focus(); return; }
    if (event.key !== 'Enter') return;
    if (event.repeat) { event.preventDefault(); return; }
    if (event.ctrlKey || event.metaKey) { event.preventDefault(); this.send(); return; }
    if (event.target.matches('input, select')) { event.preventDefault(); this.review(); }
  }

  async review() {
    clearTimeout(this.timer);
    this.quote.of(this.fields.symbol);
    await this.preview();
    if (!this.complain()) $('send').focus();
  }

  // Names what is missing or wrong, and leads there.
  complain() {
    const {order, wrong} = this.fields.read();
    const missing = !order.symbol ? {field: 'symbol', expected: 'a symbol such as AAPL'} : !order.qty && !order.notional ? {field: 'qty', expected: 'a quantity, or dollars'} : null;
    const problem = wrong ?? missing;
    if (missing && this.submissions.justAnswered) return true;
    if (problem && this.fields.mark(problem)) this.form.querySelector('[aria-invalid]').focus();
    return Boolean(problem);
  }

  label() {
    const {order} = this.fields.read();
    write($('send'), [order.side === 'buy' ? 'Buy' : 'Sell', order.qty ?? (order.notional ? `$${order.notional}` : ''), order.symbol ?? ''].filter(Boolean).join(' '));
    $('send').disabled = Boolean(this.halted || this.submissions?.sending || this.submissions?.unanswered);
  }

  // A ticket prepared for an instrument, with nothing of the order before.
  begin(symbol, side, qty) {
    this.outcome.forget();
    this.fields.clear();
    this.fields.all.symbol.value = symbol;
    if (side) this.fields.all.side.value = side;
    this.fields.all.qty.value = qty ?? '';
    this.fields.all.strategy.value = '';
    this.valuesOf = symbol;
    this.changed();
    this.fields.all.qty.focus();
    this.fields.all.qty.select();
  }

  // An order that ends a position by its own price: a stop or a target. The price is still to be written.
  exit(symbol, side, qty, type) {
    this.begin(symbol, side, qty);
    this.fields.all.type.value = type;
    if (!qty.includes('.')) this.fields.all.timeInForce.value = 'gtc';
    this.changed();
    // Without its price there is nothing to check yet.
    clearTimeout(this.timer);
    this.quote.of(symbol);
    this.fields.all[type === 'stop' ? 'stopPrice' : 'limitPrice'].focus();
  }

  // A symbol that was found by its name.
  took(symbol) {
    const {symbol: field, qty} = this.fields.all;
    field.value = symbol;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    this.symbols.typed();
    qty.focus();
  }

  // What a quantity is worked out from.
  terms() {
    const {order} = this.fields.read();
    return {order, account: this.account, position: this.positions?.find((one) => one.symbol === order.symbol), price: priceOf(order, this.quote)};
  }

  put(values) {
    for (const [name, value] of Object.entries(values)) if (typeof value === 'boolean') this.fields.all[name].checked = value; else this.fields.all[name].value = value;
    this.changed();
    this.fields.all.qty.focus();
  }

  side(side) {
    this.fields.all.side.value = side;
    this.changed();
    this.enter();
  }

  enter() {
    this.fields.all.symbol.focus();
    this.fields.all.symbol.select();
  }

  takePrice(price) {
    const {type, limitPrice} = this.fields.all;
    if (type.value !== 'stop_limit') type.value = 'limit';
    limitPrice.value = price;
    this.changed();
  }

  showAccount(account, problem) {
    if (account || problem) this.account = account;
    this.paint();
  }

  showPositions(answer) {
    if (answer) this.positions = answer.positions;
    this.paint();
  }

  market() {
    if (this.quote?.now) { this.valuesOf = this.quote.symbol; this.chart(this.quote.symbol); }
    this.paint();
  }

  // While the database takes no orders, the ticket says so and sends none.
  hold(why) {
    const before = this.halted;
    this.halted = why;
    this.label();
    if (before !== why) this.paint();
  }

  // Without live events the last check may be older than it looks.
  tick(lost) {
    if (lost === this.lost) return;
    this.lost = lost;
    if (lost) this.paint(); else { this.refresh(); this.submissions.check(); }
  }

  // Trading state, limits, orders or positions are others than at the last check.
  refresh() {
    if (this.refreshing || !this.check || document.hidden) return;
    this.refreshing = setTimeout(() => { this.refreshing = null; this.preview(); }, REFRESH_MILLIS);
  }

  async preview() {
    const {order, wrong} = this.fields.read();
    const asked = this.asked = (this.asked ?? 0) + 1;
    if (wrong) this.fields.mark(wrong);
    if (wrong || !order.symbol || !(order.qty || order.notional)) { this.check = null; this.paint(); return; }
    let check;
    try { check = await ask('POST', '/orders/preview', order); } catch (problem) { check = {problem}; }
    if (asked !== this.asked) return;
    this.fields.unmark();
    this.check = check;
    const {problem} = check;
    this.named = Boolean(problem?.body?.field && this.fields.mark(problem.body));
    this.paint();
  }

  paint() {
    if (!this.quote) return;
    const {order, wrong} = this.fields.read();
    estimate(order, this.quote, this.account, wrong);
    this.helpers?.show();
    const verdict = this.verdict(order);
    write($('verdict'), verdict.text, verdict.kind ? `${verdict.kind}-text` : '');
    this.fix?.show(verdict.kind === 'bad' && !this.halted ? fixOf({...this.terms(), check: this.check, exceeded: verdict.exceeded}) : null);
  }

  verdict(order) {
    if (this.halted) return {kind: 'bad', text: this.halted};
    if (this.submissions?.unanswered && !this.submissions.sending) return {kind: 'warn', text: EARLIER};
    if (!this.check || this.named) return {kind: '', text: ''};
    if (this.lost) return {kind: 'warn', text: `! not checked: ${this.lost}`};
    if (this.check.problem) return {kind: 'warn', text: `! not checked: ${this.check.problem.message}`};
    return this.judge(order, this.check);
  }

  judge(order, check) {
    const known = order.symbol === this.quote.symbol;
    return judge({order, check, ...this.judging.held(order.symbol), quote: known ? this.quote.now : null, cost: cost(order, known ? this.quote : {price: () => null})});
  }

  async send(retry = false) {
    if (this.halted || this.asking || (retry ? this.submissions.sending : this.submissions.busy || this.complain())) return;
    this.asking = true;
    try {
      if (!(await this.arming.require())) return;
      const order = retry ? this.submissions.unanswered.order : this.fields.read().order;
      if (!(await this.confirmed(order, retry))) return;
      if (retry) await this.submissions.retry(); else await this.submissions.send(order);
    } finally {
      this.asking = false;
    }
  }

  // With real money each order is repeated before it is sent.
  async confirmed(order, retry) {
    const live = this.mode() === 'live';
    if (!live && prefs.confirm !== 'always') return true;
    const head = live ? 'Send this order with real money?' : 'Send this order?';
    return sure(head, retry ? named(order) : `${named(order)}. ${$('verdict').textContent}`, `${order.side === 'buy' ? 'Buy' : 'Sell'} ${order.qty ?? `$${order.notional}`} ${order.symbol}`);
  }

  // Live events of orders: of the one that was sent last, and of one that is still unanswered.
  orders(orders) {
    this.submissions.orders(orders);
    this.outcome.orders(orders);
    this.refresh();
  }

  reported(report) {
    const {kind, problem} = report;
    if (kind === 'unanswered' || kind === 'unknown') showUnanswered(report, {retry: () => this.send(true), discard: () => this.submissions.discard()}); else hideUnanswered();
    this.outcome.show(report);
    if (kind === 'answered') { this.fields.clear(); this.changed(); }
    if (kind === 'refused' && problem.body?.field) this.fields.mark(problem.body);
    this.label();
    this.paint();
  }
}
