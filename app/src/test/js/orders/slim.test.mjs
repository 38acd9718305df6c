import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {order} from '../fake/orders.mjs';
import {COLUMNS} from '../../../main/resources/web/orders/columns.js';
import {slim} from '../../../main/resources/web/orders/slim.js';
import {described, quantity} from '../../../main/resources/web/orders/status.js';

test('what is not shown is not kept', () => {
  const kept = slim({...order('a'), key: 'k', evidence: {raw: 'long'}, events: [1, 2]});
  assert.deepEqual([kept.key, kept.evidence, kept.events], [undefined, undefined, undefined]);
  assert.equal(kept.id, 'a');
});

// What the list reads of an order, by what its code touches.
function touched(use) {
  const names = new Set();
  const given = order('a', {text: 'no', strategy: 's', limitPrice: '1', stopPrice: '2', filledQty: '1'});
  for (const one of [given, {...given, limitPrice: null, stopPrice: null, qty: null}]) {
    use(new Proxy(one, {get: (target, name) => { names.add(name); return target[name]; }}));
  }
  return [...names];
}

test('everything that the columns and descriptions read is kept', () => {
  const names = touched((one) => {
    for (const {show, sort, title, kind} of COLUMNS) [show, sort, title, kind].forEach((read) => read?.(one, 0, {}));
    described(one);
    quantity(one);
  });
  const kept = Object.keys(slim({}));
  assert.ok(names.length > 10);
  assert.deepEqual(names.filter((name) => !kept.includes(name)), []);
});

test('what the book sorts and nests by is kept', () => {
  const kept = Object.keys(slim({}));
  for (const name of ['id', 'version', 'parent', 'replaces', 'strategy']) assert.ok(kept.includes(name), name);
});
