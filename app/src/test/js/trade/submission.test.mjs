import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {Clock, settled} from '../fake/clock.mjs';
import {Server} from '../fake/server.mjs';
import {Submissions} from '../../../main/resources/web/trade/submission.js';

const KEPT = 'lockstep-unanswered';
const ORDER = {symbol: 'AAPL', side: 'buy', qty: '10'};
const clock = new Clock('2026-03-02T15:00:00Z').install();

function page({reload = false} = {}) {
  if (!reload) sessionStorage.removeItem(KEPT);
  clock.timers.clear();
  const reports = [];
  const server = new Server();
  return {server, reports, kinds: () => reports.map((one) => one.kind).join(' '), submissions: new Submissions((report) => reports.push(report)), keys: () => server.requests.map((one) => one.headers['Idempotency-Key'])};
}

test('an order is sent once under a key, and forgotten when it is answered', async () => {
  const {server, submissions, reports, keys} = page();
  server.answer(201, {result: 'submitted', order: {id: 'a'}});
  await submissions.send(ORDER);
  assert.deepEqual(server.requests[0].body, ORDER);
  assert.equal(server.requests[0].path, '/api/v1/orders');
  assert.ok(keys()[0].length >= 32);
  assert.deepEqual(reports.map((one) => one.kind), ['sending', 'answered']);
  assert.equal(reports[1].answer.order.id, 'a');
  assert.ok(!submissions.busy);
});

test('an order with a key of its own is sent under it, and its outcome is answered', async () => {
  const {server, submissions, keys} = page();
  server.answer(422, {detail: 'denied'});
  assert.equal((await submissions.send(ORDER, 'reverse-1')).kind, 'refused');
  assert.deepEqual(keys(), ['reverse-1']);
});

test('while one order is sent no other is', async () => {
  const {server, submissions} = page();
  const release = server.hold();
  const sent = submissions.send(ORDER);
  await submissions.send({...ORDER, qty: '11'});
  release(201, {result: 'submitted', order: {}});
  await sent;
  assert.equal(server.requests.length, 1);
});

test('the second click of a double click is not a second order, a later one is', async () => {
  const {server, submissions, keys} = page();
  server.answer(201, {order: {}}).answer(201, {order: {}}).answer(201, {order: {}});
  await submissions.send(ORDER);
  clock.pass(999);
  await submissions.send(ORDER);
  assert.equal(server.requests.length, 1);
  await submissions.send({...ORDER, qty: '11'});
  assert.equal(server.requests.length, 2);
  clock.pass(1_000);
  await submissions.send({...ORDER, qty: '11'});
  assert.equal(new Set(keys()).size, 3);
});

for (const [status, kind] of [[400, 'refused'], [422, 'refused'], [409, 'refused'], [401, 'unanswered'], [500, 'unanswered'], [503, 'unanswered']]) {
  test(`the status ${status} leaves the order ${kind}`, async () => {
    location.assign = () => {};
    const {server, submissions, kinds} = page();
    server.answer(status, {detail: 'no'});
    await submissions.send(ORDER);
    assert.equal(kinds(), `sending ${kind}`);
    assert.equal(submissions.busy, kind === 'unanswered');
  });
}

const NOT_STORED = {code: 'not_stored', detail: 'not sent, for it could not be stored: no connection'};

test('an order that the server could not store was not sent, and is kept to be sent', async () => {
  const {server, submissions, reports} = page();
  server.answer(503, NOT_STORED);
  await submissions.send(ORDER);
  assert.equal(reports.at(-1).notSent, true);
  assert.equal(page({reload: true}).submissions.unanswered.notSent, true);
});

test('an order that is sent again after a refusal of the store is still not sent', async () => {
  const {server, submissions, reports} = page();
  server.answer(503, NOT_STORED).answer(503, NOT_STORED);
  await submissions.send(ORDER);
  await submissions.retry();
  assert.equal(reports.at(-1).notSent, true);
  assert.ok(submissions.busy);
});

test('a refusal of the store proves nothing about an earlier request with the key', async () => {
  const {server, submissions, reports} = page();
  server.fail().answer(503, NOT_STORED);
  await submissions.send(ORDER);
  await submissions.retry();
  assert.ok(!reports.at(-1).notSent);
  const other = page();
  other.server.answer(503, NOT_STORED);
  await other.submissions.send(ORDER, 'of-another-tab');
  assert.ok(!other.reports.at(-1).notSent);
});

test('a page that is reloaded while an order is sent does not know that it was not sent', async () => {
  const before = page();
  before.server.hold();
  before.submissions.send(ORDER);
  const {server, submissions, reports} = page({reload: true});
  server.answer(503, NOT_STORED);
  await submissions.retry();
  assert.ok(!reports.at(-1).notSent);
});

test('a commit without an answer leaves the order unanswered', async () => {
  const {server, submissions, reports} = page();
  server.answer(503, {code: 'store_unknown', detail: 'may be stored'});
  await submissions.send(ORDER);
  assert.equal(reports.at(-1).kind, 'unanswered');
  assert.ok(!reports.at(-1).notSent);
});

test('a lost answer keeps the order, and sending again uses its key', async () => {
  const {server, submissions, kinds, keys} = page();
  server.fail().answer(201, {result: 'already_submitted', order: {}});
  await submissions.send(ORDER);
  await submissions.send(ORDER);
  assert.equal(server.requests.length, 1);
  await submissions.retry();
  assert.equal(kinds(), 'sending unanswered sending answered');
  assert.equal(keys()[0], keys()[1]);
});

test('a reloaded page knows the unanswered order and its key', async () => {
  const before = page();
  before.server.fail();
  await before.submissions.send(ORDER);
  const {server, submissions, keys} = page({reload: true});
  assert.deepEqual(submissions.unanswered.order, ORDER);
  server.answer(201, {order: {}});
  await submissions.retry();
  assert.equal(keys()[0], before.keys()[0]);
});

test('the key is looked up with growing pauses until the server answers', async () => {
  const {server, submissions, kinds, keys} = page();
  server.fail().fail().fail().answer(200, {orders: [{id: 'a', text: 'working'}]});
  await submissions.send(ORDER);
  clock.pass(1_499);
  assert.equal(server.requests.length, 1);
  clock.pass(1);
  await settled();
  assert.equal(server.requests[1].path, `/api/v1/orders?key=${keys()[0]}`);
  clock.pass(2_999);
  assert.equal(server.requests.length, 2);
  clock.pass(1);
  await settled();
  clock.pass(6_000);
  await settled();
  assert.equal(kinds(), 'sending unanswered unanswered unanswered answered');
  assert.ok(!submissions.busy);
});

test('the pauses do not grow beyond 30 seconds', async () => {
  const {server, submissions} = page();
  for (let i = 0; i < 12; i++) server.fail();
  await submissions.send(ORDER);
  for (let i = 0; i < 10; i++) { clock.pass(30_000); await settled(); }
  assert.ok(server.requests.length >= 11, `${server.requests.length} requests`);
});

test('an order that the server does not have is unknown, kept and not sent by itself', async () => {
  const {server, submissions, kinds} = page();
  server.fail().answer(200, {orders: []});
  await submissions.send(ORDER);
  clock.pass(1_500);
  await settled();
  clock.pass(600_000);
  assert.equal(kinds(), 'sending unanswered unknown');
  assert.equal(server.requests.length, 2);
  assert.ok(submissions.busy);
});

test('a live event with the key is the answer', async () => {
  const {server, submissions, reports} = page();
  server.fail();
  await submissions.send(ORDER);
  const {key} = submissions.unanswered;
  submissions.orders([{id: 'x', key: 'another'}]);
  assert.ok(submissions.busy);
  submissions.orders([{id: 'a', key, text: 'filled'}]);
  assert.deepEqual(reports.at(-1), {kind: 'answered', answer: {result: 'already_submitted', order: {id: 'a', key, text: 'filled'}, text: 'filled'}});
  clock.pass(60_000);
  assert.equal(server.requests.length, 1);
});

test('a discarded order is not looked up any more', async () => {
  const {server, submissions, kinds} = page();
  server.fail();
  await submissions.send(ORDER);
  submissions.discard();
  clock.pass(60_000);
  assert.equal(kinds(), 'sending unanswered discarded');
  assert.equal(server.requests.length, 1);
  assert.ok(!submissions.busy);
});

test('without an unanswered order there is nothing to send again and nothing to look up', async () => {
  const {server, submissions, kinds} = page();
  await submissions.retry();
  await submissions.check();
  assert.equal(server.requests.length, 0);
  assert.equal(kinds(), '');
});

for (const status of [200, 503]) test(`the answer ${status} to a check that comes after the order was discarded changes nothing`, async () => {
  const {server, submissions, kinds} = page();
  server.fail();
  await submissions.send(ORDER);
  const release = server.hold();
  clock.pass(1_500);
  submissions.discard();
  release(status, {orders: [{id: 'a'}]});
  await settled();
  await settled();
  assert.equal(kinds(), 'sending unanswered discarded');
});
