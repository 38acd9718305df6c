import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {order} from '../fake/orders.mjs';
import {described, isClosed, isTrouble, isUnresolved, quantity, shown, STATUSES, TABS} from '../../../main/resources/web/orders/status.js';

const tab = (name) => TABS.find((one) => one.name === name);

test('each status is open or closed, and those in doubt are open', () => {
  assert.deepEqual(STATUSES.filter(isClosed).sort(), ['canceled', 'denied', 'expired', 'filled', 'never_accepted', 'rejected', 'replaced']);
  assert.deepEqual(STATUSES.filter(isUnresolved).sort(), ['pending_submit', 'unknown']);
  assert.ok(STATUSES.filter(isUnresolved).every((status) => !isClosed(status)));
});

test('trouble is what needs attention', () => assert.deepEqual(STATUSES.filter(isTrouble).sort(), ['denied', 'never_accepted', 'rejected', 'unknown']));

test('each status stands in exactly one of open, filled, canceled and rejected', () => {
  for (const status of STATUSES) {
    const tabs = ['open', 'filled', 'canceled', 'rejected'].filter((name) => tab(name).has(status));
    assert.equal(tabs.length, 1, `${status}: ${tabs}`);
    assert.ok(tab('all').has(status));
  }
});

test('the tabs count what they show', () => {
  const counts = {open: 1, unknown: 10, filled: 100, canceled: 1_000, rejected: 4_000, denied: 6_000};
  assert.deepEqual(TABS.map((one) => [one.name, one.count(counts)]),
      [['open', 11], ['filled', 100], ['canceled', 1_000], ['rejected', 10_000], ['unknown', 10], ['all', 11_111]]);
});

test('a status is shown in words with a sign, an unknown one too', () => {
  assert.equal(shown('partially_filled'), '◐ partially filled');
  assert.equal(shown('never_accepted'), '✕ never accepted');
  assert.equal(shown('held_for_review'), '· held for review');
});

for (const [more, text] of [
  [{}, 'limit 190.5 day'],
  [{type: 'market', limitPrice: null}, 'market day'],
  [{type: 'stop', limitPrice: null, stopPrice: '180'}, 'stop 180 day'],
  [{type: 'stop_limit', limitPrice: '179', stopPrice: '180', timeInForce: 'gtc'}, 'stop limit 180 / 179 gtc'],
  [{type: 'trailing_stop', limitPrice: null, trailPercent: '1.5'}, 'trailing stop 1.5 % day'],
  [{type: 'trailing_stop', limitPrice: null, trailPrice: '2'}, 'trailing stop 2 day'],
]) {
  test(`an order is described as "${text}"`, () => assert.equal(described(order('a', more)), text));
}

test('an order by value shows its dollars as its quantity', () => {
  assert.equal(quantity(order('a')), '10');
  assert.equal(quantity(order('a', {qty: null, notional: '500'})), '$500');
});
