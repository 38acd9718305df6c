import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {closedFirst, opposite, reversible} from '../../../main/resources/web/trade/reverse.js';

const LONG = {symbol: 'BRK.B', brokerQty: '30'};

// An exchange that reports these quantities one after the other, and a clock that each pause moves.
function exchange(...quantities) {
  const asked = [];
  let millis = 0;
  return {
    asked,
    send: async (method, path) => {
      asked.push(`${method} ${path}`);
      if (method === 'POST') return {result: 'closing', order: {id: 'c-1'}};
      const qty = quantities.length > 1 ? quantities.shift() : quantities[0];
      if (qty === 'away') throw new Error('the broker does not answer');
      const unreadable = qty === 'unreadable' ? [{brokerId: '1'}] : [];
      return {positions: qty === null || unreadable.length ? [] : [{symbol: 'BRK.B', brokerQty: qty}, {symbol: 'AAPL', brokerQty: '5'}], unreadable};
    },
    pause: async (by) => { millis += by; },
    now: () => millis,
  };
}

test('a position is closed once, and waited for until nothing is held', async () => {
  const at = exchange('30', '10', null);
  assert.deepEqual(await closedFirst(LONG, at), {key: 'reverse-c-1'});
  assert.deepEqual(at.asked, ['POST /positions/BRK.B/close', 'GET /positions', 'GET /positions', 'GET /positions']);
});

test('a position that is not closed in time is not turned round', async () => {
  const at = exchange('30');
  assert.deepEqual(await closedFirst(LONG, at), {key: null});
  assert.equal(at.asked.filter((one) => one.startsWith('POST')).length, 1);
  assert.equal(at.now(), 30_000);
});

test('a position is not taken for closed while one cannot be read', async () => {
  const at = exchange('unreadable');
  assert.deepEqual(await closedFirst(LONG, at), {key: null});
});

test('two tabs that reverse one position get one key for the other direction', async () => {
  const [one, other] = await Promise.all([closedFirst(LONG, exchange('30', null)), closedFirst(LONG, exchange('30', '30', null))]);
  assert.deepEqual(one, other);
});

test('a question that fails is asked again', async () => {
  assert.deepEqual(await closedFirst(LONG, exchange('30', 'away', null)), {key: 'reverse-c-1'});
});

test('a close that is refused is thrown, and nothing more is asked', async () => {
  const asked = [];
  await assert.rejects(closedFirst(LONG, {...exchange('30'), send: async (method) => { asked.push(method); throw new Error('refused'); }}), /refused/);
  assert.deepEqual(asked, ['POST']);
});

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
