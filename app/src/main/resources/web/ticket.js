// The order ticket. One wish has one key, kept until it is answered: a double click, a reload and a
// repeat after a lost answer are one order.
import {$, el, words} from './dom.js';
import {ask} from './api.js';

const KEPT = 'lockstep-wish';
const PAUSE_MILLIS = 250;
const SAME_WISH_MILLIS = 1_000;

export class Ticket {
  constructor(confirmLive) {
    this.form = $('ticket');
    this.confirmLive = confirmLive;
    this.form.addEventListener('input', () => { this.shape(); this.forget(); this.previewSoon(); });
    this.form.addEventListener('submit', (event) => { event.preventDefault(); this.send(); });
    this.shape();
    this.settle();
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
    const type = this.form.elements.type.value;
    const exits = this.form.elements.orderClass.value;
    for (const label of this.form.querySelectorAll('[data-for]')) label.hidden = !label.dataset.for.split(' ').includes(type);
    for (const label of this.form.querySelectorAll('[data-for-class]')) label.hidden = !label.dataset.forClass.split(' ').includes(exits);
  }

  // A verdict on what stood there before must not stand beside what stands there now.
  forget() {
    $('outcome').textContent = '';
    this.asked = (this.asked ?? 0) + 1;
    this.say('', '');
  }

  previewSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.preview(), PAUSE_MILLIS);
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
          ? `would be denied: ${verdict.denials.map((d) => `${words(d.code)}, ${d.field} ${d.value}, expected ${d.expected}`).join('; ')}`
          : `would be sent: ${verdict.described}`);
    } catch (problem) {
      if (asked !== this.asked) return;
      if (problem.body?.field) { this.mark(problem.body); this.say('', ''); } else this.say('warn', problem.message);
    }
  }

  say(kind, text) {
    $('verdict').className = kind === 'bad' ? 'bad-text' : '';
    $('verdict').textContent = text;
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

  // What was on its way when the page was left is asked about under its own key, never sent anew.
  settle() {
    const kept = sessionStorage.getItem(KEPT);
    if (kept) this.deliver(JSON.parse(kept));
  }

  async send() {
    if (this.sending || !(await this.confirmLive())) return;
    const kept = sessionStorage.getItem(KEPT);
    const wish = this.wish();
    const text = JSON.stringify(wish);
    // The second click of a double click may come after the answer to the first.
    if (text === this.answered?.text && Date.now() - this.answered.at < SAME_WISH_MILLIS) return;
    const before = kept && JSON.parse(kept);
    if (before && JSON.stringify(before.wish) !== text) {
      await this.deliver(before);
      $('outcome').textContent += ' (that was the earlier order; send again for this one)';
      return;
    }
    const one = before || {key: crypto.randomUUID(), wish};
    sessionStorage.setItem(KEPT, JSON.stringify(one));
    await this.deliver(one);
  }

  async deliver({key, wish}) {
    this.sending = true;
    $('send').disabled = true;
    $('outcome').className = '';
    $('outcome').textContent = 'sending';
    try {
      const answer = await ask('POST', '/orders', wish, key);
      this.settled(wish);
      $('outcome').textContent = `${words(answer.result)}: ${words(answer.order?.status)} ${answer.text}`;
    } catch (problem) {
      $('outcome').className = 'bad-text';
      // Only a word on this very order ends it: anything else keeps its key, and sending again is the
      // same order.
      const {code, result, field} = problem.body ?? {};
      if (problem.status === 400 || code === 'KEY_REUSED' || (problem.status === 422 && result)) {
        this.settled(wish);
        if (field) this.mark(problem.body);
        $('outcome').textContent = problem.message;
      } else {
        $('outcome').textContent = `no answer yet (${problem.message}); Send order asks again for the same order`;
      }
    } finally {
      this.sending = false;
      $('send').disabled = false;
    }
  }

  settled(wish) {
    sessionStorage.removeItem(KEPT);
    this.answered = {text: JSON.stringify(wish), at: Date.now()};
  }
}
