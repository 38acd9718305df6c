import assert from 'node:assert/strict';
import test from 'node:test';
import {FakeElement} from '../fake/page.mjs';
import {order} from '../fake/orders.mjs';
import {Outcome} from '../../../main/resources/web/trade/outcome.js';

function outcome() {
  const box = new FakeElement('div');
  const asked = [];
  return {box, asked, outcome: new Outcome(box, (id) => asked.push(id))};
}

function answered(more, text = null) {
  const made = outcome();
  made.outcome.show({kind: 'answered', answer: {result: 'submitted', order: order('a', more), text}});
  return made;
}

const line = (more, text) => answered(more, text).box.textContent;

for (const [more, text, shown] of [
  [{}, null, 'submitted: buy 10 AAPL limit 190.5 day ● new History'],
  [{status: 'filled', filledQty: '10', avgFillPrice: '190.4'}, null, 'submitted: buy 10 AAPL limit 190.5 day ✓ filled 10 at 190.4 History'],
  [{status: 'rejected'}, 'insufficient buying power', 'submitted: buy 10 AAPL limit 190.5 day ✕ rejected: insufficient buying power History'],
  [{status: 'denied'}, 'the broker does not have the symbol X', 'submitted: buy 10 AAPL limit 190.5 day ✕ denied: the broker does not have the symbol X History'],
  [{filledQty: '5'}, null, 'submitted: buy 10 AAPL limit 190.5 day ● new History'],
  [{qty: null, notional: '2500', type: 'market', limitPrice: null}, 'working', 'submitted: buy $2,500 AAPL market day ● new History'],
]) {
  test(`an answer of ${JSON.stringify(more)} is shown as "${shown}"`, () => assert.equal(line(more, text), shown));
}

test('trouble has its colour', () => {
  assert.equal(answered({status: 'unknown'}).box.className, 'bad-text');
  assert.equal(answered({status: 'filled'}).box.className, '');
});

test('a newer version of the order is shown, an older one and other orders are not', () => {
  const {box, outcome: shown} = answered({version: 5});
  shown.orders([order('b', {version: 9, status: 'filled'}), order('a', {version: 4, status: 'canceled'})]);
  assert.match(box.textContent, /● new/);
  shown.orders([order('a', {version: 6, status: 'filled', filledQty: '10', avgFillPrice: '190'})]);
  assert.match(box.textContent, /^submitted: .* ✓ filled 10 at 190/);
});

test('a refusal is a sentence', () => {
  const {box, outcome: shown} = outcome();
  shown.show({kind: 'refused', problem: {message: 'Denied: quantity 0 is not possible.'}});
  assert.equal(box.textContent, '✕ Denied: quantity 0 is not possible.');
  assert.equal(box.className, 'bad-text');
});

test('while the next order is sent, events of the one before are not shown', () => {
  const {box, outcome: shown} = answered({});
  shown.show({kind: 'sending'});
  shown.orders([order('a', {version: 9, status: 'filled'})]);
  assert.equal(box.textContent, 'sending');
  shown.show({kind: 'discarded'});
  assert.equal(box.textContent, '');
});

test('an event that comes before the answer is not lost', () => {
  const {box, outcome: shown} = outcome();
  shown.show({kind: 'sending'});
  shown.orders([order('a', {version: 6, status: 'filled', filledQty: '10', avgFillPrice: '190'}), order('b', {version: 9, status: 'rejected'})]);
  shown.show({kind: 'answered', answer: {result: 'submitted', order: order('a', {version: 5}), text: ''}});
  assert.match(box.textContent, /✓ filled 10 at 190/);
});

test('the words of the broker stand behind a refusal, and go with the order', () => {
  const {box, outcome: shown} = outcome();
  const raw = 'rejected by the broker: INSUFFICIENT_QUANTITY: POST /v2/orders: 403 insufficient qty available (requested: 25, available: 10) [request id 0d]';
  shown.show({kind: 'refused', problem: {message: raw}});
  assert.equal(box.textContent, `✕ rejected by the broker: insufficient qty available (requested: 25, available: 10)Details${raw}`);
  shown.forget();
  assert.equal(box.textContent, '');
});

test('what became of an order that was sent stays', () => {
  const {box, outcome: shown} = answered({});
  shown.forget();
  assert.match(box.textContent, /● new/);
});

test('its button opens the history of this order', () => {
  const {box, asked} = answered({});
  box.querySelector('button').click();
  assert.deepEqual(asked, ['a']);
});
