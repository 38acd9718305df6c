import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {Server} from '../fake/server.mjs';
import {Pages} from '../../../main/resources/web/orders/pages.js';

function pages() {
  const taken = [];
  const server = new Server();
  return {server, taken, pages: new Pages((orders, first) => taken.push({ids: orders.map((one) => one.id), first}))};
}

const page = (next, ...ids) => ({orders: ids.map((id) => ({id})), next});

test('the first page is asked with the filter, the next one after the last order', async () => {
  const {server, taken, pages: list} = pages();
  server.answer(200, page('c2', 'a', 'b')).answer(200, page(null, 'c'));
  await list.begin({status: 'open', symbol: 'BRK.B'});
  assert.ok(!list.done);
  await list.more();
  assert.deepEqual(server.requests.map((one) => one.path), ['/api/v1/orders?status=open&symbol=BRK.B&limit=1000', '/api/v1/orders?status=open&symbol=BRK.B&limit=1000&after=c2']);
  assert.deepEqual(taken, [{ids: ['a', 'b'], first: true}, {ids: ['c'], first: false}]);
  assert.ok(list.done);
});

test('after the last page nothing is asked', async () => {
  const {server, pages: list} = pages();
  server.answer(200, page(null));
  await list.begin({});
  await list.more();
  assert.equal(server.requests.length, 1);
});

test('one page is asked at a time', async () => {
  const {server, pages: list} = pages();
  server.answer(200, page('n', 'a'));
  await list.begin({});
  const release = server.hold();
  const first = list.more();
  await list.more();
  assert.equal(server.requests.length, 2);
  assert.ok(!list.done);
  release(200, page(null, 'b'));
  await first;
  assert.ok(list.done);
});

test('the answer to an earlier filter is dropped', async () => {
  const {server, taken, pages: list} = pages();
  const release = server.hold();
  const old = list.begin({status: 'open'});
  server.answer(200, page(null, 'new'));
  await list.begin({status: 'all'});
  release(200, page('x', 'old'));
  await old;
  assert.deepEqual(taken, [{ids: ['new'], first: true}]);
  assert.equal(list.next, null);
});

test('the failure of an earlier filter is dropped', async () => {
  const {server, pages: list} = pages();
  const release = server.hold();
  const old = list.begin({status: 'open'});
  server.answer(200, page(null, 'new'));
  await list.begin({status: 'all'});
  release(503, {detail: 'busy'});
  await old;
  assert.equal(list.problem, null);
});

test('a failure is kept as the problem until a page comes, and the place in the list stays', async () => {
  const {server, taken, pages: list} = pages();
  server.answer(200, page('c2', 'a')).answer(503, {detail: 'the database is busy'}).answer(200, page(null, 'b'));
  await list.begin({});
  await list.more();
  assert.equal(list.problem, 'the database is busy');
  assert.deepEqual(taken.at(-1), {ids: [], first: false});
  await list.more();
  assert.equal(list.problem, null);
  assert.deepEqual(taken.at(-1).ids, ['b']);
});

test('the rest is loaded to its end', async () => {
  const {server, taken, pages: list} = pages();
  server.answer(200, page('1', 'a')).answer(200, page('2', 'b')).answer(200, page(null, 'c'));
  await list.begin({});
  await list.rest(() => false);
  assert.deepEqual(taken.flatMap((one) => one.ids), ['a', 'b', 'c']);
});

test('the rest can be loaded again after it ended early', async () => {
  const {server, taken, pages: list} = pages();
  server.answer(200, page('1', 'a')).answer(200, page('2', 'b')).answer(200, page(null, 'c'));
  await list.begin({});
  await list.rest(() => taken.length === 2);
  await list.rest(() => false);
  assert.equal(taken.length, 3);
});

test('the rest ends where the list is full', async () => {
  const {server, taken, pages: list} = pages();
  server.answer(200, page('1', 'a')).answer(200, page('2', 'b'));
  await list.begin({});
  await list.rest(() => taken.length === 2);
  assert.equal(server.requests.length, 2);
});

test('the rest ends at a failure instead of asking again and again', async () => {
  const {server, pages: list} = pages();
  server.answer(200, page('1', 'a')).fail();
  await list.begin({});
  await list.rest(() => false);
  assert.equal(server.requests.length, 2);
  assert.equal(list.problem, 'the server does not answer');
});
