import assert from 'node:assert/strict';
import test from 'node:test';
import {define} from '../fake/page.mjs';
import {Server} from '../fake/server.mjs';

const server = new Server();
server.answer(200, {orders: [{id: 'a'}]});
const {first, firstOrders} = await import('../../../main/resources/web/orders/first.js');

const at = (hash) => { location.hash = hash; };

test('the module itself requests a hundred open orders', async () => {
  assert.deepEqual(server.requests.map((one) => one.path), ['/api/v1/orders?status=open%2Cunresolved%2Cwaiting&limit=100']);
  assert.deepEqual(await first, {query: {status: 'open,unresolved,waiting'}, orders: [{id: 'a'}]});
});

test('they are those that the address names', async () => {
  at('#trade?tab=all&symbol=MSFT&strategy=trend&side=buy&order=o1');
  server.answer(200, {orders: []});
  assert.deepEqual((await firstOrders()).query, {status: 'all', symbol: 'MSFT', strategy: 'trend', side: 'buy'});
  at('#trade?tab=filled&status=filled');
  server.answer(200, {orders: []});
  assert.deepEqual((await firstOrders()).query, {status: 'filled'});
});

test('a filter that does not exist is not requested', async () => {
  at('#trade?tab=foo&status=foo&side=bar');
  server.answer(200, {orders: []});
  assert.deepEqual((await firstOrders()).query, {status: 'open,unresolved,waiting'});
  at('#trade?tab=filled&status=canceled');
  server.answer(200, {orders: []});
  assert.deepEqual((await firstOrders()).query, {status: 'filled'});
});

test('another view and a hidden tab request nothing', async () => {
  const before = server.requests.length;
  at('#risk');
  assert.equal(await firstOrders(), null);
  at('#trade');
  define('document', Object.assign(new EventTarget(), {hidden: true}));
  assert.equal(await firstOrders(), null);
  document.hidden = false;
  assert.equal(server.requests.length, before);
});

test('orders that cannot be loaded are left to the list itself', async () => {
  at('');
  server.answer(503, {detail: 'the broker is away'});
  assert.equal(await firstOrders(), null);
});
