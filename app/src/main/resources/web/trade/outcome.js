// What became of the order that was sent last: kept up to date by live events until another one is sent. An event may be
// there before the answer to the request.
import {el, button} from '../base/dom.js';
import {amount, words} from '../base/format.js';
import {reason} from '../base/reason.js';
import {described, isTrouble, quantity, shown} from '../orders/status.js';

export class Outcome {
  constructor(box, history) {
    this.box = box;
    this.history = history;
    this.early = new Map();
  }

  show({kind, answer, problem}) {
    const early = this.early;
    this.order = null;
    this.early = new Map();
    this.waits = kind === 'sending';
    if (this.waits) this.say('', 'sending');
    else if (kind === 'answered') { this.result = words(answer.result); this.of(answer.order, answer.text); this.orders([...early.values()]); }
    else if (kind === 'refused') this.refused(problem);
    else this.say('', '');
  }

  // One sentence; what the broker answered, word for word, stands behind it.
  refused({message}) {
    const sentence = `✕ ${reason(message)}`;
    this.say('bad-text', sentence);
    if (sentence !== `✕ ${message}`) this.box.append(el('details', {}, el('summary', {}, 'Details'), el('code', {}, message)));
  }

  // A refusal belongs to an order that is no longer written.
  forget() { if (!this.order && !this.waits) this.say('', ''); }

  orders(orders) {
    if (this.waits) for (const order of orders) this.early.set(order.id, order);
    const now = this.order && orders.find((one) => one.id === this.order.id && one.version > this.order.version);
    if (now) this.of(now, now.text);
  }

  of(order, text) {
    this.order = order;
    const filled = order.filledQty !== '0' && order.avgFillPrice ? ` ${amount(order.filledQty)} at ${order.avgFillPrice}` : '';
    this.box.className = isTrouble(order.status) ? 'bad-text' : '';
    this.box.replaceChildren(
        `${this.result}: ${words(order.side)} ${amount(quantity(order))} ${order.symbol} ${described(order)} `,
        el('span', {class: `state-${order.status}`}, shown(order.status)), `${filled}${isTrouble(order.status) && text ? `: ${reason(text)}` : ''} `,
        button('History', () => this.history(order.id), {class: 'link'}));
  }

  say(kind, text) {
    this.box.className = kind;
    this.box.textContent = text;
  }
}
