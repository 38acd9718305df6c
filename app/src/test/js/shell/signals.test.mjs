import assert from 'node:assert/strict';
import test from 'node:test';
import {define} from '../fake/page.mjs';
import {order} from '../fake/orders.mjs';
import {prefer} from '../../../main/resources/web/base/prefs.js';
import {Signals} from '../../../main/resources/web/shell/signals.js';

const notes = [];
const tones = [];
let asked = 0;

define('Notification', class {
  static permission = 'granted';
  static requestPermission() { asked++; }
  constructor(title, {body, tag}) { notes.push({title, body, tag}); }
});
window.Notification = Notification;

define('AudioContext', class {
  currentTime = 10;
  createOscillator() {
    return {frequency: {}, connect(next) { return next; }, start() {}, stop(at) { tones.push([this.frequency.value, at]); }};
  }
  createGain() { return {gain: {}, connect(next) { return next; }}; }
});

// What is signalled of these orders with sound and desktop notes as given.
function turned(orders, {sound = 'on', desktop = 'on', hidden = true, permission = 'granted'} = {}) {
  prefer('sound', sound);
  Notification.permission = permission;
  prefer('desktop', desktop);
  document.hidden = hidden;
  notes.length = 0;
  tones.length = 0;
  new Signals().turned(orders);
}

const filled = (id) => order(id, {status: 'filled', filledQty: '10', avgFillPrice: '190.4'});
const rejected = (id) => order(id, {status: 'rejected', side: 'sell', text: 'the broker does not have the symbol X'});

test('a fill has a high tone and a note with its price', () => {
  turned([filled('a')]);
  assert.deepEqual(tones, [[880, 10.12]]);
  assert.deepEqual(notes, [{title: 'buy 10 AAPL', body: 'filled at 190.4', tag: 'a'}]);
});

test('a refusal has a low tone and a note with its reason, also among fills', () => {
  turned([filled('a'), rejected('b')]);
  assert.deepEqual(tones, [[220, 10.35]]);
  assert.equal(notes[1].title, 'sell 10 AAPL');
  assert.equal(notes[1].body, 'rejected: the broker does not have the symbol X');
});

test('what is only under way is not signalled', () => {
  turned([order('a'), order('b', {status: 'canceled'}), order('c', {status: 'partially_filled'})]);
  assert.deepEqual([tones, notes], [[], []]);
});

test('a burst has one tone and three notes', () => {
  turned(['a', 'b', 'c', 'd'].map(filled));
  assert.equal(tones.length, 1);
  assert.deepEqual(notes.map((one) => one.tag), ['a', 'b', 'c']);
});

for (const [why, more, expected] of [
  ['sound is off', {sound: 'off'}, [0, 1]], ['desktop notes are off', {desktop: 'off'}, [1, 0]], ['the page is seen', {hidden: false}, [1, 0]], ['the browser forbids notes', {permission: 'denied'}, [1, 0]],
]) {
  test(`there are ${expected[0]} tones and ${expected[1]} notes where ${why}`, () => {
    turned([filled('a')], more);
    assert.deepEqual([tones.length, notes.length], expected);
  });
}

test('the browser is asked for permission only once desktop notes are chosen', () => {
  Notification.permission = 'default';
  asked = 0;
  prefer('desktop', 'off');
  assert.equal(asked, 0);
  prefer('desktop', 'on');
  assert.equal(asked, 1);
});
