import assert from 'node:assert/strict';
import test from 'node:test';
import {newPage} from '../fake/page.mjs';
import {Clock, settled} from '../fake/clock.mjs';
import {deliver, FakeEventSource, sharing} from '../fake/events.mjs';
import {Server} from '../fake/server.mjs';
import {Feed} from '../../../main/resources/web/live/feed.js';

const clock = new Clock('2026-03-02T15:00:00Z').install();

function feed() {
  sharing(false);
  clock.timers.clear();
  newPage();
  const received = [];
  const one = new Feed();
  for (const name of ['tick', 'reload', 'orders', 'status', 'risk', 'incident']) one.on(name, (value) => received.push([name, value]));
  one.begin();
  const source = () => FakeEventSource.open[0];
  return {
    feed: one, source, received, clear: () => { received.length = 0; },
    names: () => received.map(([name]) => name).filter((name) => name !== 'tick').join(' '),
    orders: (...ids) => { ids.forEach((id) => source().sends('order', {order: {id}}, 1)); deliver(); },
    batches: () => received.filter(([name]) => name === 'orders').map(([, orders]) => orders.map((one) => one.id).join('')),
  };
}

function connected() {
  const page = feed();
  page.source().opens();
  page.clear();
  return page;
}

test('a page without an event yet is quiet, and loads everything once connected', () => {
  const page = feed();
  assert.ok(page.feed.quiet);
  page.source().opens();
  assert.ok(!page.feed.quiet);
  assert.equal(page.names(), 'reload');
});

test('every listener of a name gets the value', () => {
  const page = connected();
  const also = [];
  page.feed.on('risk', (value) => also.push(value));
  page.source().sends('risk', {state: 'halted'});
  assert.deepEqual(page.received, [['risk', {state: 'halted'}]]);
  assert.deepEqual(also, [{state: 'halted'}]);
});

test('after 15 seconds without an event the page is quiet', () => {
  const page = connected();
  clock.pass(15_000);
  assert.ok(!page.feed.quiet);
  clock.pass(1);
  assert.ok(page.feed.quiet);
  page.source().sends('status', {});
  assert.ok(!page.feed.quiet);
});

test('a lost connection is quiet at once, and what comes first after it loads everything', () => {
  const page = connected();
  page.source().breaks();
  assert.ok(page.feed.quiet);
  page.source().sends('incident', {n: 1});
  assert.equal(page.names(), 'reload incident');
});

test('a reset loads everything and has no value of its own', () => {
  const page = connected();
  page.source().sends('reset', {});
  assert.equal(page.names(), 'reload');
});

for (const [first, rest] of [['a', 50], ['abcd', 50], ['abcde', 400]]) {
  test(`after ${first.length} orders, which are handed on at once, the next ones follow together after ${rest} ms`, () => {
    const page = connected();
    page.orders(...first);
    clock.pass(0);
    assert.deepEqual(page.batches(), [first]);
    page.orders('x');
    page.orders('y');
    clock.pass(rest - 1);
    assert.deepEqual(page.batches(), [first]);
    clock.pass(1);
    assert.deepEqual(page.batches(), [first, 'xy']);
  });
}

test('after many orders the rest is longer', () => {
  const page = connected();
  page.orders(...Array(51).fill('x'));
  clock.pass(0);
  page.orders('y');
  clock.pass(1_499);
  assert.equal(page.batches().length, 1);
  clock.pass(1);
  assert.equal(page.batches()[1], 'y');
});

test('a status waits for the orders that came before it, and only the last one counts', () => {
  const page = connected();
  page.orders('a');
  page.source().sends('status', {n: 1});
  page.source().sends('status', {n: 2});
  assert.equal(page.names(), '');
  clock.pass(0);
  assert.deepEqual(page.received.filter(([name]) => name === 'status'), [['status', {n: 2}]]);
  assert.equal(page.names(), 'status orders');
});

test('a reload drops the orders that it loads anyway', () => {
  const page = connected();
  page.orders('a');
  page.source().sends('reset', {});
  clock.pass(2_000);
  assert.deepEqual(page.batches(), []);
});

test('a hidden tab receives nothing, and loads everything when it is seen again', () => {
  const page = connected();
  document.hide(true);
  assert.equal(FakeEventSource.open.length, 0);
  document.hide(false);
  assert.ok(page.feed.quiet);
  page.source().sends('risk', {});
  assert.equal(page.names(), 'reload risk');
});

test('what comes to a tab that was just hidden is dropped', () => {
  const page = connected();
  document.hidden = true;
  page.source().sends('risk', {});
  assert.deepEqual(page.received, []);
});

test('a tab without an event for 30 seconds takes the connection over, and asks again only after as long', () => {
  const page = connected();
  let takeOvers = 0;
  page.feed.stream.takeOver = () => { takeOvers++; };
  clock.pass(30_000);
  assert.equal(takeOvers, 0);
  clock.pass(1_000);
  assert.equal(takeOvers, 1);
  assert.ok(page.feed.quiet);
  clock.pass(30_000);
  assert.equal(takeOvers, 1);
  clock.pass(1_000);
  assert.equal(takeOvers, 2);
});

test('the page ticks each second', () => {
  const page = connected();
  clock.pass(3_000);
  assert.equal(page.received.filter(([name]) => name === 'tick').length, 3);
});

const AWAY = {away: true, since: '2026-03-02T15:00:00Z', text: 'no connection to db1:5432'};

test('a store that is away is known at once, and all is loaded again when it is back', () => {
  const page = connected();
  page.source().sends('store', AWAY);
  assert.deepEqual(page.feed.away, {since: AWAY.since, text: AWAY.text});
  assert.ok(!page.feed.quiet);
  page.clear();
  page.source().sends('store', {away: false});
  assert.equal(page.feed.away, null);
  assert.equal(page.names(), 'reload');
});

test('a status shows that the store is back', () => {
  const page = connected();
  page.source().sends('store', AWAY);
  page.source().sends('status', {mode: 'sim'});
  assert.equal(page.feed.away, null);
});

test('a page without live events asks whether the server or its store is away', async () => {
  const server = new Server();
  const page = connected();
  page.source().breaks({refused: true});
  server.answer(503, {at: '2026-03-02T15:00:05Z', problems: ['the store is away: no connection to db1:5432']});
  clock.pass(3_000);
  await settled();
  assert.deepEqual(page.feed.away, {since: '2026-03-02T15:00:05Z', text: 'no connection to db1:5432'});
  server.fail();
  clock.pass(1_000);
  await settled();
  assert.equal(page.feed.away, null);
  assert.ok(page.feed.quiet);
});
