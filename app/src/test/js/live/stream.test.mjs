import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {Clock, settled} from '../fake/clock.mjs';
import {deliver, FakeEventSource, sharing} from '../fake/events.mjs';
import {Stream} from '../../../main/resources/web/live/stream.js';

const clock = new Clock('2026-03-02T15:00:00Z').install();

function tab() {
  const received = [];
  return {received, names: () => received.map((message) => message.name), stream: new Stream((message) => received.push(message))};
}

const only = () => {
  assert.equal(FakeEventSource.open.length, 1);
  return FakeEventSource.open[0];
};

test('a tab alone opens one connection and reports what comes', () => {
  sharing(false);
  const one = tab();
  one.stream.begin();
  one.stream.begin();
  const source = only();
  assert.equal(source.url, '/api/v1/events');
  source.opens();
  source.sends('status', {mode: 'paper'}, 7);
  assert.deepEqual(one.received, [{name: 'open'}, {name: 'status', text: '{"mode":"paper"}', seq: '7'}]);
});

test('a tab alone that is hidden closes its connection, and goes on after the last event', () => {
  sharing(false);
  const one = tab();
  one.stream.begin();
  only().sends('risk', {}, 41);
  one.stream.rest();
  assert.equal(FakeEventSource.open.length, 0);
  one.stream.begin();
  assert.equal(only().url, '/api/v1/events?after=41');
});

test('an event without a number does not move the place', () => {
  sharing(false);
  const one = tab();
  one.stream.begin();
  only().sends('status', {}, 41);
  only().sends('status', {});
  one.stream.rest();
  one.stream.begin();
  assert.equal(only().url, '/api/v1/events?after=41');
});

test('a burst of orders is one message with the number of the last', () => {
  sharing(false);
  const one = tab();
  one.stream.begin();
  only().sends('order', {id: 'a'}, 1);
  only().sends('order', {id: 'b'}, 2);
  assert.deepEqual(one.received, []);
  deliver();
  assert.deepEqual(one.received, [{name: 'orders', texts: ['{"id":"a"}', '{"id":"b"}'], seq: '2'}]);
  deliver();
  assert.equal(one.received.length, 1);
});

test('orders are not overtaken by what came after them', () => {
  sharing(false);
  const one = tab();
  one.stream.begin();
  only().sends('order', {id: 'a'}, 1);
  only().sends('risk', {}, 2);
  deliver();
  assert.deepEqual(one.names(), ['orders', 'risk']);
});

test('a connection that breaks is reported and left to the browser', () => {
  sharing(false);
  const one = tab();
  one.stream.begin();
  only().breaks();
  clock.pass(60_000);
  assert.deepEqual(one.names(), ['lost']);
  assert.equal(FakeEventSource.all.length, 1);
});

test('a refused connection is opened again after a pause', () => {
  sharing(false);
  const one = tab();
  one.stream.begin();
  only().sends('status', {}, 9);
  only().breaks({refused: true});
  clock.pass(2_999);
  assert.equal(FakeEventSource.open.length, 0);
  clock.pass(1);
  assert.equal(only().url, '/api/v1/events?after=9');
});

test('a tab that is hidden during the pause does not open a connection', () => {
  sharing(false);
  const one = tab();
  one.stream.begin();
  only().breaks({refused: true});
  one.stream.rest();
  clock.pass(60_000);
  assert.equal(FakeEventSource.open.length, 0);
});

test('two tabs share one connection', () => {
  sharing(true);
  const [first, second] = [tab(), tab()];
  first.stream.begin();
  second.stream.begin();
  only().opens();
  only().sends('risk', {state: 'halted'}, 3);
  assert.deepEqual(first.names(), ['open', 'risk']);
  assert.deepEqual(second.received, first.received);
  assert.ok(first.stream.leads && !second.stream.leads);
});

test('a tab that joins gets the last status from the one that leads', () => {
  sharing(true);
  const first = tab();
  first.stream.begin();
  only().opens();
  only().sends('status', {n: 1}, 1);
  only().sends('status', {n: 2}, 2);
  only().sends('risk', {}, 3);
  const second = tab();
  second.stream.begin();
  assert.deepEqual(second.received, [{name: 'status', text: '{"n":2}', seq: '2'}]);
  assert.equal(first.received.length, 4);
});

test('a tab that joins while the connection is lost is sent that, not an old status', () => {
  sharing(true);
  const first = tab();
  first.stream.begin();
  only().opens();
  only().sends('status', {n: 1}, 1);
  only().breaks();
  const second = tab();
  second.stream.begin();
  assert.deepEqual(second.received, [{name: 'lost'}]);
});

test('a hidden tab receives nothing, a hidden leader goes on', () => {
  sharing(true);
  const [first, second] = [tab(), tab()];
  first.stream.begin();
  second.stream.begin();
  only().opens();
  second.stream.rest();
  first.stream.rest();
  only().sends('risk', {}, 3);
  assert.deepEqual(second.names(), ['open']);
  assert.deepEqual(first.names(), ['open', 'risk']);
  second.stream.begin();
  only().sends('risk', {}, 4);
  assert.deepEqual(second.names(), ['open', 'risk']);
});

test('when the leader closes, the next tab goes on after the last event', () => {
  const locks = sharing(true);
  const [first, second] = [tab(), tab()];
  first.stream.begin();
  second.stream.begin();
  only().sends('risk', {}, 12);
  only().close();
  locks.release();
  assert.equal(only().url, '/api/v1/events?after=12');
  assert.ok(second.stream.leads);
});

test('a tab takes the place of a leader that hangs, and the leader follows', async () => {
  sharing(true);
  const [first, second] = [tab(), tab()];
  first.stream.begin();
  second.stream.begin();
  second.stream.takeOver();
  await settled();
  assert.ok(second.stream.leads && !first.stream.leads);
  only().sends('risk', {}, 5);
  assert.deepEqual(first.names(), ['risk']);
  assert.deepEqual(second.names(), ['risk']);
});

test('a leader does not take over from itself', () => {
  sharing(true);
  const one = tab();
  one.stream.begin();
  one.stream.takeOver();
  assert.equal(FakeEventSource.all.length, 1);
});
