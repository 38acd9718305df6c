// What became of the order that was sent last: kept up to date by live events until another one is sent.
import {el, button} from '../base/dom.js';
import {amount, words} from '../base/format.js';
import {described, isTrouble, quantity, shown} from '../orders/status.js';

export class Outcome {
  constructor(box, history) {
    this.box = box;
    this.history = history;
  }

  show({kind, answer, problem}) {
    this.order = null;
    if (kind === 'sending') this.say('', 'sending');
    else if (kind === 'answered') { this.result = words(answer.result); this.of(answer.order, answer.text); }
    else if (kind === 'refused') this.say('bad-text', `✕ ${problem.message}`);
    else this.say('', '');
  }

  orders(orders) {
    const now = this.order && orders.find((one) => one.id === this.order.id && one.version > this.order.version);
    if (now) this.of(now, now.text);
  }

  of(order, text) {
    this.order = order;
    const filled = order.filledQty !== '0' && order.avgFillPrice ? ` ${amount(order.filledQty)} at ${order.avgFillPrice}` : '';
    this.box.className = isTrouble(order.status) ? 'bad-text' : '';
    this.box.replaceChildren(
        `${this.result}: ${words(order.side)} ${amount(quantity(order))} ${order.symbol} ${described(order)} `,
        el('span', {class: `state-${order.status}`}, shown(order.status)), `${filled}${isTrouble(order.status) && text ? `: ${text}` : ''} `,
        button('History', () => this.history(order.id), {class: 'link'}));
  }

  say(kind, text) {
    this.box.className = kind;
    this.box.textContent = text;
  }
}
