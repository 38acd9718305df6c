// Buttons under the quantity of the ticket: a share of the buying power or of the position, or a loss at a stop.
import {el, button} from '../base/dom.js';
import {form} from '../base/dialog.js';
import {dollars, price as priced} from '../base/format.js';
import {note} from '../base/notes.js';
import {EXPECTED, plainNumber} from '../base/number.js';
import {byRisk, bySize, reduces} from './sizing.js';

const KEPT = 'lockstep-risk';
const PERCENTS = ['25', '50', '100'];

export class Helpers {
  // `terms` answers the order, its price and what is known of account and position; `put` takes fields by name.
  constructor(box, {terms, put}) {
    this.terms = terms;
    this.put = put;
    box.append(...PERCENTS.map((percent) => button(`${percent} %`, () => this.share(percent), {data: {percent}})),
        button('Risk…', () => this.risk(), {id: 'by-risk', title: 'The quantity that loses an amount of dollars at a stop'}));
    this.box = box;
  }

  // Says of what the percentages are.
  show() {
    const {order, position} = this.terms();
    const what = reduces(order.side, position) ? 'of the position' : 'of the buying power';
    for (const one of this.box.querySelectorAll('[data-percent]')) one.title = `${one.dataset.percent} % ${what}`;
  }

  share(percent) {
    const {order, position, account, price} = this.terms();
    const qty = order.symbol && bySize({side: order.side, symbol: order.symbol, position, power: account?.buyingPower, price}, percent);
    if (qty) this.put({qty, notional: ''}); else note(order.symbol ? 'No quantity: the price or the buying power is not known, or too small' : 'Write a symbol first', 'warn');
  }

  // A stop that the ticket already has is taken; another one becomes the stop loss of the order.
  async risk() {
    const {order, price} = this.terms();
    if (!order.symbol || !price) { note(order.symbol ? `No price of ${order.symbol}` : 'Write a symbol first', 'warn'); return; }
    const quantity = (stop) => byRisk({side: order.side, symbol: order.symbol, risk: plainNumber(this.amount.value ?? '', '$'), entry: price, stop: plainNumber(stop, '$')});
    this.amount = {value: localStorage.getItem(KEPT) ?? '100'};
    const answer = await form(`Quantity by risk: ${order.side} ${order.symbol}`, `Entry at about ${priced(price)}. The stop becomes the stop loss of the order.`, 'Take over', [
      {name: 'risk', label: 'Dollars at risk', value: this.amount.value, says: (risk) => { this.amount = {value: risk}; return plainNumber(risk, '$') ? '' : `Expected ${EXPECTED}`; }, check: (risk) => plainNumber(risk, '$') !== null},
      {name: 'stop', label: 'Stop price', value: order.stopLoss ?? '', says: (stop) => this.said(order, quantity(stop), stop), check: (stop) => quantity(stop) !== null},
    ], 'main');
    if (!answer) return;
    localStorage.setItem(KEPT, answer.risk);
    this.put({qty: quantity(answer.stop), notional: '', stopLoss: plainNumber(answer.stop, '$'), ...(order.orderClass ? {} : {orderClass: 'oto'})});
  }

  said(order, qty, stop) {
    if (qty) return `${order.side} ${qty} ${order.symbol}, loses at most ${dollars(plainNumber(this.amount.value, '$'))} at ${priced(plainNumber(stop, '$'))}`;
    return stop.trim() ? `A stop loss ${order.side === 'buy' ? 'below' : 'above'} the entry, near enough for one share` : '';
  }
}
