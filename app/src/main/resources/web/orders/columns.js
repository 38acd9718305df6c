// The columns of the order list: what each shows of an order, by what it sorts, and `same`, as long as which its buttons
// stay.
import {el} from '../base/dom.js';
import {shortTime, time, amount, price, words} from '../base/format.js';
import {reason} from '../base/reason.js';
import {isClosed, quantity, shown} from './status.js';

// Good enough to sort by; what is shown stays exact.
const number = (text) => (text == null ? -Infinity : Number(text));
const at = (iso) => (iso ? Date.parse(iso) : 0);

function filled(order) {
  const part = order.qty ? Math.min(1, Number(order.filledQty) / Number(order.qty)) : order.status === 'filled' ? 1 : 0;
  const bar = el('span', {class: 'bar-in'});
  bar.style.width = `${Math.round(part * 100)}%`;
  return [el('span', {class: 'fill-bar', 'aria-hidden': 'true'}, bar), el('span', {}, amount(order.filledQty))];
}

const HOOKS = [null, ['└ ', 'exit of the order above'], ['└⇄ ', 'replaced by the order above'], ['↳ ', 'exit of a position: its entry is not in this list']];

function symbol(order, depth, acts) {
  const hook = HOOKS[depth];
  return [hook && el('span', {class: 'hook', title: hook[1]}, hook[0]), el('button', {type: 'button', class: 'link', tabindex: -1, title: 'History', onclick: () => acts.show(order.id)}, order.symbol)];
}

// Shown over the end of the row that the pointer or the keys are on.
function buttons(order, depth, acts) {
  const act = (text, does) => el('button', {type: 'button', tabindex: -1, onclick: does}, text);
  const copy = el('button', {type: 'button', tabindex: -1, class: 'quiet copy', title: 'Copy the order id', 'aria-label': 'Copy id', onclick: () => acts.copy(order.id)});
  return isClosed(order.status) ? [copy] : [act('Replace', () => acts.replace(order.id)), act('Cancel', () => acts.cancel([order.id])), copy];
}

// The stop above the limit where an order has both.
function prices(order) {
  if (order.trailPercent) return `${order.trailPercent} %`;
  return [order.stopPrice, order.limitPrice ?? order.trailPrice].filter(Boolean).map(price).join(' / ') || '–';
}

export const COLUMNS = [
  {name: 'updated', label: 'Time', show: (o) => [el('span', {title: time(o.updatedAt)}, shortTime(o.updatedAt))], sort: (o) => at(o.updatedAt)},
  {name: 'strategy', label: 'Strategy', show: (o) => [o.strategy ?? '–'], title: (o) => o.strategy, sort: (o) => o.strategy ?? ''},
  {name: 'symbol', label: 'Symbol', show: symbol, same: (o, depth) => `${o.id} ${depth}`, sort: (o) => o.symbol},
  {name: 'side', label: 'Side', show: (o) => [`${o.side === 'buy' ? '▲' : '▼'} ${words(o.side)}`], kind: (o) => o.side, sort: (o) => o.side},
  {name: 'qty', label: 'Qty', number: true, show: (o) => [amount(quantity(o))], sort: (o) => number(o.qty ?? o.notional)},
  {name: 'type', label: 'Type', show: (o) => [words(o.type), o.orderClass !== 'simple' && !o.parent ? el('span', {class: 'tag'}, o.orderClass) : null], sort: (o) => o.type},
  {name: 'price', label: 'Price', number: true, show: (o) => [prices(o)], title: prices, sort: (o) => number(o.limitPrice ?? o.stopPrice)},
  {name: 'tif', label: 'TIF', show: (o) => [o.timeInForce], sort: (o) => o.timeInForce},
  {name: 'filled', label: 'Filled', number: true, show: filled, sort: (o) => number(o.filledQty)},
  {name: 'avg', label: 'Avg', number: true, show: (o) => [price(o.avgFillPrice)], sort: (o) => number(o.avgFillPrice)},
  {name: 'status', label: 'Status', show: (o) => [shown(o.status)], kind: (o) => `state-${o.status}`, title: (o) => o.text ?? '', sort: (o) => o.status},
  {name: 'reason', label: 'Reason', show: (o) => [reason(o.text)], title: (o) => o.text ?? '', sort: (o) => o.text ?? ''},
  {name: 'acts', label: '', spoken: 'Acts', show: buttons, same: (o) => `${o.id} ${isClosed(o.status)}`},
];
