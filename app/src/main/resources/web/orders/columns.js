// The columns of the order list: what each shows of an order, and by what it sorts.
import {el} from '../base/dom.js';
import {shortTime, time, amount, price, words} from '../base/format.js';
import {described, isClosed, quantity, shown} from './status.js';

// Good enough to sort by; what is shown stays exact.
const number = (text) => (text == null ? -Infinity : Number(text));
const at = (iso) => (iso ? Date.parse(iso) : 0);

function filled(order) {
  const part = order.orderQty ? Math.min(1, Number(order.cumQty) / Number(order.orderQty)) : order.status === 'FILLED' ? 1 : 0;
  const bar = el('span', {class: 'bar-in'});
  bar.style.width = `${Math.round(part * 100)}%`;
  return [el('span', {class: 'fill-bar', 'aria-hidden': 'true'}, bar), el('span', {}, amount(order.cumQty))];
}

function symbol(order, depth, acts) {
  const mark = depth === 1 ? el('span', {class: 'hook', title: 'child of the order above'}, '└ ') : depth === 2 ? el('span', {class: 'hook', title: 'replaced by the order above'}, '└⇄ ') : null;
  return [mark, el('button', {type: 'button', class: 'link', tabindex: -1, title: 'History', onclick: () => acts.show(order.id)}, order.symbol)];
}

function buttons(order, depth, acts) {
  const copy = el('button', {type: 'button', tabindex: -1, class: 'quiet copy', title: 'Copy the order id', 'aria-label': 'Copy id', onclick: () => acts.copy(order.id)});
  if (isClosed(order.status)) return [el('span', {class: 'said', title: order.text}, order.text || ''), copy];
  return [el('button', {type: 'button', tabindex: -1, onclick: () => acts.replace(order.id)}, 'Replace'),
    el('button', {type: 'button', tabindex: -1, onclick: () => acts.cancel([order.id])}, 'Cancel'), copy];
}

const CLASSES = {BRACKET: 'bracket', OTO: 'oto', OCO: 'oco'};

export const COLUMNS = [
  {name: 'updated', label: 'Updated', show: (o) => [el('span', {title: time(o.updatedAt)}, shortTime(o.updatedAt))], sort: (o) => at(o.updatedAt)},
  {name: 'symbol', label: 'Symbol', show: symbol, sort: (o) => o.symbol},
  {name: 'side', label: 'Side', show: (o) => [`${o.side === 'BUY' ? '▲' : '▼'} ${words(o.side)}`], kind: (o) => o.side.toLowerCase(), sort: (o) => o.side},
  {name: 'qty', label: 'Quantity', number: true, show: (o) => [amount(quantity(o))], sort: (o) => number(o.orderQty ?? o.cashOrderQty)},
  {name: 'terms', label: 'Type', show: (o) => [described(o), CLASSES[o.orderClass] && !o.parent ? el('span', {class: 'tag'}, CLASSES[o.orderClass]) : null], sort: (o) => number(o.limitPrice ?? o.stopPx)},
  {name: 'filled', label: 'Filled', number: true, show: filled, sort: (o) => number(o.cumQty)},
  {name: 'avg', label: 'Avg price', number: true, show: (o) => [price(o.avgPx)], sort: (o) => number(o.avgPx)},
  {name: 'status', label: 'Status', show: (o) => [shown(o.status)], kind: (o) => `state-${o.status}`, title: (o) => o.text, sort: (o) => o.status},
  {name: 'acts', label: '', spoken: 'Acts', show: buttons},
];
