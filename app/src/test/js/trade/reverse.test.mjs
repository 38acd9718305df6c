import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {hindrance, opposite, outcome, reversible} from '../../../main/resources/web/trade/reverse.js';

const LONG = {symbol: 'BRK.B', brokerQty: '30'};

test('the opposite order has the side that closes, of the same quantity', () => {
  assert.deepEqual(opposite(LONG), {symbol: 'BRK.B', side: 'sell', qty: '30'});
  assert.deepEqual(opposite({symbol: 'TSLA', brokerQty: '-7'}), {symbol: 'TSLA', side: 'buy', qty: '7'});
});

test('a part of a share is closed and not opened', () => {
  assert.equal(opposite({symbol: 'BRK.B', brokerQty: '30.75'}).qty, '30');
  assert.equal(reversible({symbol: 'BRK.B', brokerQty: '0.75'}), false);
});

test('coins cannot be sold short, and nothing is no position', () => {
  assert.deepEqual([LONG, {symbol: 'BTC/USD', brokerQty: '1'}, {symbol: 'TSLA', brokerQty: '0'}].map(reversible), [true, false, false]);
});

test('the answer names the order that waits, or what became of it', () => {
  const order = {side: 'sell', qty: '30'};
  assert.equal(outcome({symbol: 'BRK.B', result: 'waiting', text: 'waits: order 1 closes the position', order}), 'BRK.B is being closed; sell 30 waits until nothing is held');
  assert.equal(outcome({symbol: 'BRK.B', result: 'reversing', text: '', order}), 'BRK.B: reversing');
});

test('while trading is held back nothing is reversed, and the reason is named', () => {
  assert.match(hindrance({trading: () => 'halted', halted: ''}), /Trading is halted/);
  assert.equal(hindrance({trading: () => 'active', halted: 'The database takes no orders'}), 'The database takes no orders');
  assert.equal(hindrance({trading: () => 'active', halted: ''}), '');
});
