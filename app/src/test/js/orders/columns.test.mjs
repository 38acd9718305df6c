import assert from 'node:assert/strict';
import test from 'node:test';
import {FakeElement} from '../fake/page.mjs';
import {order} from '../fake/orders.mjs';
import {COLUMNS} from '../../../main/resources/web/orders/columns.js';

process.env.TZ = 'UTC';
const column = (name) => COLUMNS.find((one) => one.name === name);

// A cell with what the column shows of the order.
function cell(name, given, depth = 0, acts = {}) {
  const node = new FakeElement('td');
  node.append(...column(name).show(given, depth, acts).filter(Boolean));
  return node;
}

const text = (name, more) => cell(name, order('a', more)).textContent;

for (const [name, more, shown] of [
  ['strategy', {}, '–'], ['strategy', {strategy: 'mean'}, 'mean'], ['side', {}, '▲ buy'], ['side', {side: 'sell'}, '▼ sell'],
  ['qty', {qty: '12345.5'}, '12,345.5'], ['qty', {qty: null, notional: '2500'}, '$2,500'],
  ['type', {}, 'limit'], ['type', {orderClass: 'bracket'}, 'limitbracket'], ['type', {orderClass: 'bracket', parent: 'b'}, 'limit'],
  ['price', {}, '190.50'], ['price', {limitPrice: null}, '–'], ['price', {stopPrice: '191'}, '191.00 / 190.50'],
  ['price', {limitPrice: null, trailPercent: '1.5'}, '1.5 %'], ['price', {limitPrice: null, trailPrice: '2', stopPrice: '188'}, '188.00 / 2.00'],
  ['tif', {timeInForce: 'gtc'}, 'gtc'], ['avg', {}, '–'], ['avg', {avgFillPrice: '190.123456'}, '190.1235'],
  ['status', {status: 'partially_filled'}, '◐ partially filled'], ['reason', {text: 'the broker does not have the symbol XX'}, 'the broker does not have the symbol XX'], ['reason', {}, ''],
]) {
  test(`the column ${name} shows "${shown}" of ${JSON.stringify(more)}`, () => assert.equal(text(name, more), shown));
}

for (const [more, width] of [
  [{filledQty: '0'}, '0%'], [{filledQty: '2.5'}, '25%'], [{filledQty: '10'}, '100%'], [{filledQty: '11'}, '100%'],
  [{qty: null, notional: '500', filledQty: '2'}, '0%'], [{qty: null, notional: '500', filledQty: '2', status: 'filled'}, '100%'],
]) {
  test(`the bar of ${JSON.stringify(more)} is ${width} wide`, () => assert.equal(cell('filled', order('a', more)).querySelector('.bar-in').style.width, width));
}

test('the time is short, and whole in its title', () => {
  const node = cell('updated', order('a', {updatedAt: '2020-03-02T15:00:00Z'}));
  assert.match(node.textContent, /^03-02 15:00:00$/);
  assert.match(node.firstElementChild.getAttribute('title'), /^2020-03-02 15:00:00$/);
});

test('a hook says how an order belongs to the one above', () => {
  assert.equal(cell('symbol', order('a'), 0).textContent, 'AAPL');
  assert.equal(cell('symbol', order('a'), 1).textContent, '└ AAPL');
  assert.equal(cell('symbol', order('a'), 2).querySelector('.hook').getAttribute('title'), 'replaced by the order above');
  assert.equal(cell('symbol', order('a'), 3).textContent, '↳ AAPL');
});

test('a click on the symbol shows the history', () => {
  const shown = [];
  cell('symbol', order('a'), 0, {show: (id) => shown.push(id)}).querySelector('button').click();
  assert.deepEqual(shown, ['a']);
});

test('an open order can be replaced and canceled, a closed one only copied', () => {
  const done = [];
  const acts = {replace: (id) => done.push(`replace ${id}`), cancel: (ids) => done.push(`cancel ${ids}`), copy: (id) => done.push(`copy ${id}`)};
  for (const button of cell('acts', order('a'), 0, acts).children) button.click();
  assert.deepEqual(done, ['replace a', 'cancel a', 'copy a']);
  assert.equal(cell('acts', order('a', {status: 'filled'}), 0, acts).children.length, 1);
});

test('columns sort by value: numbers as numbers, times as times, what is missing first', () => {
  const by = (name, list) => list.map((more, i) => order(String(i), more)).sort((a, b) => { const [x, y] = [a, b].map(column(name).sort); return x < y ? -1 : x > y ? 1 : 0; }).map((one) => one.id).join('');
  assert.equal(by('qty', [{qty: '100'}, {qty: '9'}, {qty: null, notional: '50'}]), '120');
  assert.equal(by('avg', [{avgFillPrice: '9.5'}, {}, {avgFillPrice: '-1'}]), '120');
  assert.equal(by('price', [{limitPrice: '20'}, {limitPrice: null, stopPrice: '3'}, {limitPrice: null}]), '210');
  assert.equal(by('updated', [{updatedAt: '2026-03-02T15:00:00Z'}, {updatedAt: null}, {updatedAt: '2026-03-02T10:00:00-06:00'}]), '102');
  assert.equal(by('strategy', [{strategy: 'b'}, {}, {strategy: 'a'}]), '120');
});

test('every column but the acts can be sorted, and has a name of its own', () => {
  assert.deepEqual(COLUMNS.filter((one) => !one.sort).map((one) => one.name), ['acts']);
  assert.equal(new Set(COLUMNS.map((one) => one.name)).size, COLUMNS.length);
});
