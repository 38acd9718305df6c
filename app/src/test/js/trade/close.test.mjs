import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {closing} from '../../../main/resources/web/trade/close.js';

test('a close names what was typed, and all of it is whatever is held then', () => {
  const held = {symbol: 'AAPL', brokerQty: '-30'};
  assert.deepEqual(closing(held, '30', ''), {});
  assert.deepEqual(closing(held, '50 %', ' '), {qty: '15'});
  assert.deepEqual(closing(held, '12', '$1,240.50'), {qty: '12', limitPrice: '1240.50'});
  assert.deepEqual(closing(held, '100%', '240'), {limitPrice: '240'});
});
