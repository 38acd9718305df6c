// The order ticket: what is written, what would come of it, and what came of it.
import {$, el, write} from '../base/dom.js';
import {words} from '../base/format.js';
import {ask} from '../base/api.js';
import {prefs} from '../base/prefs.js';
import {sure} from '../base/dialog.js';
import {estimate} from './estimate.js';
import {Quote} from './quote.js';
import {Wishes} from './wish.js';

const PAUSE_MILLIS = 250;

export class Ticket {
  constructor(confirmLive) {
    this.form = $('ticket');
    this.confirmLive = confirmLive;
    this.account = null;
    this.quote = new Quote($('quote'), {take: (price) => this.takePrice(price), changed: () => this.estimate()});
    this.wishes = new Wishes((outcome) => this.told(outcome));
    this.form.addEventListener('input', () => this.changed());
    this.form.addEventListener('submit', (event) => { event.preventDefault(); this.send(); });
    this.changed();
    this.wishes.settle();
  }

  changed() {
    this.shape();
    this.forget();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.quote.of(this.wish().symbol?.toUpperCase() ?? ''); this.preview(); }, PAUSE_MILLIS);
    this.estimate();
  }

  wish() {
    const wish = {};
    for (const [name, value] of new FormData(this.form)) {
      const field = this.form.elements[name];
      const hidden = field.closest?.('label')?.hidden;
      if (!hidden && value.trim()) wish[name] = value.trim();
    }
    return wish;
  }

  shape() {
    const {type, orderClass, side, qty, symbol} = this.form.elements;
    for (const label of this.form.querySelectorAll('[data-for]')) label.hidden = !label.dataset.for.split(' ').includes(type.value);
    for (const label of this.form.querySelectorAll('[data-for-class]')) label.hidden = !label.dataset.forClass.split(' ').includes(orderClass.value);
    this.form.dataset.side = side.value;
    write($('send'), `${side.value === 'buy' ? 'Buy' : 'Sell'} ${qty.value.trim()} ${symbol.value.trim().toUpperCase()}`.trim().replace('  ', ' '));
  }

  // From elsewhere on the screen: the ticket begun for a symbol.
  begin(symbol, side) {
    this.form.elements.symbol.value = symbol;
    if (side) this.form.elements.side.value = side;
    this.changed();
    this.form.elements.qty.focus();
  }

  side(side) {
    this.form.elements.side.value = side;
    this.changed();
    this.form.elements.symbol.focus();
  }

  takePrice(price) {
    const {type, limitPrice} = this.form.elements;
    if (type.value !== 'stop_limit') type.value = 'limit';
    limitPrice.value = price;
    this.changed();
  }

  showAccount(account) {
    this.account = account;
    this.estimate();
  }

  // While the database takes no orders, the ticket says so and sends none.
  hold(why) {
    const before = this.held;
    this.held = why;
    $('send').disabled = Boolean(why) || this.wishes.sending;
    if (why) this.say('bad', why);
    else if (before) this.preview();
  }

  estimate() { if (this.quote) estimate(this.wish(), this.quote, this.account); }

  // A verdict on what stood there before must not stand beside what stands there now.
  forget() {
    write($('outcome'), '');
    this.asked = (this.asked ?? 0) + 1;
    this.say('', '');
  }

  async preview() {
    const wish = this.wish();
    const asked = this.asked = (this.asked ?? 0) + 1;
    this.mark(null);
    if (!wish.symbol || !(wish.qty || wish.cash)) { this.say('', ''); return; }
    try {
      const verdict = await ask('POST', '/orders/preview', wish);
      if (asked !== this.asked) return;
      const denied = verdict.verdict === 'DENIED';
      this.say(denied ? 'bad' : 'good', denied
          ? `✕ would be denied: ${verdict.denials.map((d) => `${words(d.code)}, ${d.field} ${d.value}, expected ${d.expected}`).join('; ')}`
          : `✓ would be sent: ${verdict.described}`);
    } catch (problem) {
      if (asked !== this.asked) return;
      if (problem.body?.field) { this.mark(problem.body); this.say('', ''); } else this.say('warn', problem.message);
    }
  }

  say(kind, text) {
    if (!text && this.held) { kind = 'bad'; text = this.held; }
    write($('verdict'), text, kind ? `${kind}-text` : '');
  }

  // Says beside the field what is wrong with it.
  mark(problem) {
    this.form.querySelectorAll('.field-error').forEach((note) => note.remove());
    this.form.querySelectorAll('[aria-invalid]').forEach((field) => { field.removeAttribute('aria-invalid'); field.removeAttribute('aria-describedby'); });
    if (!problem) return;
    const plain = (name) => name.toLowerCase().replaceAll('_', '');
    const wanted = plain(problem.field.replace('stopPx', 'stopPrice'));
    const field = [...this.form.elements].find((one) => one.name && plain(one.name) === wanted);
    if (!field) { this.say('bad', problem.detail); return; }
    const note = el('span', {class: 'field-error', id: `error-${field.name}`}, `${problem.value}: expected ${problem.expected}`);
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', note.id);
    field.closest('label').append(note);
  }

  async send() {
    if (this.held || this.wishes.sending || this.asking) return;
    this.asking = true;
    try {
      if (!(await this.confirmLive())) return;
      const wish = this.wish();
      if (prefs.confirm === 'always' && !(await sure('Send this order?', $('verdict').textContent, $('send').textContent))) return;
      await this.wishes.send(wish);
    } finally {
      this.asking = false;
    }
  }

  told({kind, answer, problem, besides}) {
    $('send').disabled = kind === 'sending' || Boolean(this.held);
    const texts = {
      sending: () => 'sending',
      answered: () => `${words(answer.result)}: ${words(answer.order?.status)} ${answer.text}${besides}`,
      refused: () => problem.message + besides,
      unanswered: () => `no answer yet (${problem.message}); sending again does not make a second order${besides}`,
    };
    write($('outcome'), texts[kind](), kind === 'refused' ? 'bad-text' : kind === 'unanswered' ? 'warn-text' : '');
    if (kind === 'refused' && problem.body?.field) this.mark(problem.body);
  }
}
