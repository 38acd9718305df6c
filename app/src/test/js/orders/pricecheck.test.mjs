import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {Clock, settled} from '../fake/clock.mjs';
import {PriceCheck} from '../../../main/resources/web/orders/pricecheck.js';

const clock = new Clock('2026-03-02T15:00:00Z').install();

function checked() {
  const asked = [];
  const check = new PriceCheck(async (order) => { asked.push(order.limitPrice); return {text: `verdict on ${order.limitPrice}`}; }, (limitPrice) => ({qty: '1', limitPrice}));
  return {asked, check};
}

test('an edited price has no verdict until it was asked for, and then its own', async () => {
  const {check, asked} = checked();
  let again = 0;
  await check.check({qty: '1', limitPrice: '190'});
  assert.ok(check.done('190'));
  assert.equal(check.says('191', () => again++), 'At 191: checking');
  assert.ok(!check.done('191'));
  clock.pass(250);
  await settled();
  assert.equal(again, 1);
  assert.ok(check.done('$191'));
  assert.equal(check.says('191', () => again++), 'At 191: verdict on 191');
  assert.deepEqual(asked, ['190', '191']);
});

test('while one types, only the last price is asked for', async () => {
  const {check, asked} = checked();
  for (const typed of ['1', '19', '191']) { check.says(typed, () => {}); clock.pass(100); }
  clock.pass(250);
  await settled();
  assert.deepEqual(asked, ['191']);
});

test('a verdict on the same price with another quantity does not count', async () => {
  let qty = '1';
  const check = new PriceCheck(async () => ({text: 'fine'}), (limitPrice) => ({qty, limitPrice}));
  await check.check({qty: '1', limitPrice: '190'});
  qty = '2';
  assert.ok(!check.done('190'));
});

test('what is no price is named and never has a verdict', () => {
  const {check} = checked();
  assert.match(check.says('1e3', () => {}), /^Expected a decimal number/);
  assert.ok(!check.done('1e3'));
  assert.ok(!check.done(''));
  assert.match(check.says('0', () => {}), /above 0$/);
});

test('a price of zero is none, whatever was said of it', async () => {
  const {check} = checked();
  await check.check({qty: '1', limitPrice: '0'});
  await check.check({qty: '1', limitPrice: '0.00'});
  assert.ok(!check.done('0'));
  assert.ok(!check.done('$0.00'));
});
