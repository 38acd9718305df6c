// One order whole: its terms, what hangs together with it, and what happened on what evidence.
import {el, button} from '../base/dom.js';
import {ask} from '../base/api.js';
import {amount, capital, time, words} from '../base/format.js';
import {say} from '../base/dialog.js';
import {setAddress} from '../shell/address.js';
import {described, isClosed, isUnresolved, quantity, shown} from './status.js';

const UNRESOLVED = 'No answer yet: the order is neither failed nor working. It is looked up at the broker by its client order id until a report of the broker settles it. It is not sent twice.';

// Where the focus and the scroll position are, to be found again after an update.
function place(box) {
  const name = (node) => `${node.tagName} ${node.getAttribute('aria-label') ?? node.textContent}`;
  const focused = box.contains(document.activeElement) && document.activeElement !== box ? name(document.activeElement) : null;
  const top = box.scrollTop;
  return () => {
    if (focused) [...box.querySelectorAll('button, summary, pre')].find((node) => name(node) === focused)?.focus({preventScroll: true});
    box.scrollTop = top;
  };
}

export class Detail {
  constructor({cancel, copy}) {
    this.cancel = cancel;
    this.copy = copy;
    this.box = el('dialog', {id: 'detail', class: 'drawer', 'aria-labelledby': 'detail-head'});
    this.box.addEventListener('close', () => this.closed());
    document.body.append(this.box);
  }

  // Back closes the drawer, because its order is part of the address.
  show(id) {
    const open = this.box.open;
    this.pushed ||= !open;
    setAddress({order: id}, {push: !open});
  }

  // Shows the order that the address names, or none.
  async follow(id) {
    if (id === (this.wanted ?? null)) return;
    this.wanted = id;
    if (!id) { this.pushed = false; this.box.close(); return; }
    let answer;
    try { answer = await ask('GET', `/orders/${encodeURIComponent(id)}`); } catch (problem) {
      if (this.wanted !== id) return;
      await say('This order cannot be shown', problem.message);
      this.closed();
      return;
    }
    if (this.wanted !== id) return;
    this.id = answer.order.id;
    this.fill(answer);
    if (!this.box.open) this.box.showModal();
  }

  closed() {
    this.id = null;
    if (!this.wanted) return;
    this.wanted = null;
    if (this.pushed) { this.pushed = false; history.back(); } else setAddress({order: null});
  }

  // The order that is shown is kept up to date.
  async orders(orders) {
    if (!this.id || !orders.some((order) => order.id === this.id)) return;
    const id = this.id;
    try {
      const answer = await ask('GET', `/orders/${id}`);
      if (this.id === id) this.fill(answer);
    } catch { /* What is shown stays; the next event asks again. */ }
  }

  fill({order, legs, chain, history}) {
    const open = new Set([...this.box.querySelectorAll('details[open]')].map((node) => node.dataset.version));
    const linked = [...legs.map((one) => ['leg', one]), ...chain.filter((one) => one.id !== order.id).map((one) => ['same order', one])];
    const inside = [
      el('div', {class: 'drawer-head'},
          el('h2', {id: 'detail-head'}, `${capital(order.side)} ${amount(quantity(order))} ${order.symbol}`),
          el('span', {class: `badge state-${order.status}`}, shown(order.status)),
          button('×', () => this.box.close(), {class: 'quiet', 'aria-label': 'Close'})),
      el('p', {class: 'sub'}, described(order)),
      isUnresolved(order.status) ? el('p', {class: 'callout warn', role: 'note'}, UNRESOLVED) : null,
      el('dl', {class: 'terms'}, ...this.terms(order)),
      order.parent ? el('p', {}, button('Parent order', () => this.show(order.parent), {class: 'link'})) : null,
      linked.length ? el('h3', {}, 'Linked orders') : null,
      linked.length ? el('ul', {class: 'linked'}, ...linked.map(([how, one]) => el('li', {}, button(`${words(one.side)} ${quantity(one)} ${described(one)}`, () => this.show(one.id), {class: 'link'}),
          el('span', {class: `state-${one.status}`}, ` ${shown(one.status)}`), el('span', {class: 'sub'}, ` ${how}`)))) : null,
      el('h3', {}, 'History with evidence'),
      el('ol', {class: 'timeline'}, ...history.map((event) => this.event(event, open.has(String(event.version))))),
      el('div', {class: 'acts'}, isClosed(order.status) ? null : button('Cancel order', () => this.cancel([order.id]), {class: 'danger'}), button('Close', () => this.box.close(), {class: 'main', autofocus: true})),
    ];
    const at = place(this.box);
    this.box.replaceChildren(...inside.filter((part) => part != null));
    at();
  }

  terms(order) {
    const id = (text) => el('span', {}, el('code', {}, text), ' ', button('', () => this.copy(text), {class: 'quiet copy', 'aria-label': `Copy ${text}`}));
    const exits = [order.takeProfit && `take profit ${order.takeProfit}`, order.stopLoss && `stop loss ${order.stopLoss}${order.stopLossLimit ? ` limit ${order.stopLossLimit}` : ''}`].filter(Boolean);
    const lines = [['Filled', `${amount(order.filledQty)} of ${amount(quantity(order))}`], ['Average price', order.avgFillPrice ? amount(order.avgFillPrice) : 'none'],
      ["Broker's status", order.brokerStatus || 'none yet'], ['Reason', order.text || 'nothing'], ['Exits', exits.join(', ') || 'none'], ['Created', time(order.createdAt)],
      ['Order', id(order.id)], ['Client order', id(order.clientOrderId)], ['Broker order', order.brokerOrderId ? id(order.brokerOrderId) : 'none yet']];
    return lines.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]);
  }

  event(event, wasOpen) {
    return el('li', {class: `state-${event.status}`},
        el('div', {class: 'when'}, el('time', {datetime: event.at}, time(event.at)), ' ', el('strong', {}, shown(event.status)), ` filled ${event.filledQty}`),
        el('div', {class: 'proof'}, el('span', {class: 'tag'}, words(event.source)), ` ${event.summary}`),
        event.payload ? el('details', {data: {version: event.version}, open: wasOpen}, el('summary', {}, `As received${event.requestId ? `, request ${event.requestId}` : ''}`), el('pre', {tabindex: 0}, event.payload)) : null);
  }
}
