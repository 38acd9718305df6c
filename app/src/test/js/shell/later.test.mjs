import assert from 'node:assert/strict';
import test from 'node:test';
import {Later} from '../../../main/resources/web/shell/later.js';

// A view that writes down what it is told, and the promise of it.
function later({fails = 0} = {}) {
  const calls = [];
  const view = Object.fromEntries(['enter', 'leave', 'address', 'again', 'soon', 'session'].map((name) => [name, (...values) => calls.push([name, ...values].join(' '))]));
  const failed = [];
  let loads = 0;
  const one = new Later(async () => { if (loads++ < fails) throw new Error('offline'); return view; }, (problem) => failed.push(problem.message));
  return {one, calls, failed, loads: () => loads};
}

test('nothing is loaded before the view is shown, and then once', async () => {
  const {one, calls, loads} = later();
  one.tell('soon');
  assert.equal(loads(), 0);
  one.enter();
  one.address('symbol=AAPL');
  await one.prepare();
  one.leave();
  one.enter();
  assert.equal(loads(), 1);
  assert.deepEqual(calls, ['soon', 'enter', 'address symbol=AAPL', 'leave', 'enter']);
});

test('the last value that it missed is told when it is loaded', async () => {
  const {one, calls} = later();
  one.tell('session', false);
  one.tell('session', true);
  await one.prepare();
  one.tell('session', false);
  assert.deepEqual(calls, ['session true', 'session false']);
});

test('a view that was left before it was loaded does not begin', async () => {
  const {one, calls} = later();
  one.enter();
  one.leave();
  await one.prepare();
  assert.deepEqual(calls, []);
});

test('what cannot be loaded says so where it is shown, and is tried again', async () => {
  const {one, calls, failed} = later({fails: 2});
  await one.prepare();
  assert.deepEqual(failed, []);
  one.enter();
  await one.prepare();
  assert.deepEqual(failed, ['offline']);
  one.enter();
  await one.prepare();
  assert.deepEqual(calls, ['enter']);
});
