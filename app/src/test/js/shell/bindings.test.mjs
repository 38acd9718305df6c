import assert from 'node:assert/strict';
import test from 'node:test';
import {happens} from '../fake/page.mjs';
import {ACTS, actOf, begins, bind, isUsual, keysOf, obstacle, onBindings, pressed, restore, restoreAll} from '../../../main/resources/web/shell/bindings.js';

const press = (key, more = {}) => pressed({key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more});

test('no two acts have the same key by default', () => {
  for (const act of ACTS) assert.equal(obstacle(act.name, act.usual), '', act.name);
});

for (const [key, more, name] of [
  ['b', {}, 'b'], ['?', {shiftKey: true}, '?'], ['F8', {}, 'F8'], ['F8', {shiftKey: true}, 'Shift+F8'], ['k', {ctrlKey: true}, 'Ctrl+K'], ['k', {metaKey: true}, 'Ctrl+K'],
  ['h', {ctrlKey: true, shiftKey: true}, 'Ctrl+Shift+H'], ['x', {altKey: true}, 'Alt+X'], ['Shift', {shiftKey: true}, null], ['Control', {ctrlKey: true}, null],
]) test(`${key} with ${JSON.stringify(more)} is ${name}`, () => assert.equal(press(key, more), name));

test('a bound key is kept, found and restored', () => {
  assert.equal(bind('buy', 'v'), '');
  assert.equal(actOf('v', 'page'), 'buy');
  assert.equal(actOf('b', 'page'), undefined);
  assert.ok(!isUsual('buy'));
  assert.deepEqual(JSON.parse(localStorage.getItem('lockstep-keys')), {buy: 'v'});
  assert.equal(restore('buy'), '');
  assert.equal(keysOf('buy'), 'b');
  assert.deepEqual(JSON.parse(localStorage.getItem('lockstep-keys')), {});
});

for (const [name, keys, why] of [
  ['buy', 's', /used: Ticket: sell/], ['buy', 'j', /used: In the order list: down/], ['buy', 'F8', /used: Halt/], ['buy', 'g', /used: View Trade/], ['view-trade', 'b x', /used: Ticket: buy/],
  ['halt', 'h', /while you type/], ['halt', 'q w', /while you type/], ['up', 'q w', /takes one key/], ['buy', 'Enter', /fixed meaning/], ['buy', ' ', /Space has a fixed meaning/],
  ['buy', 'Ctrl+T', /belongs to the browser/], ['buy', 'Ctrl+Enter', /fixed meaning/], ['palette', 'Ctrl+V', /belongs to the browser/],
]) {
  test(`${name} cannot be ${keys}`, () => {
    assert.match(bind(name, keys), why);
    assert.ok(isUsual(name));
  });
}

test('a default key that another act has now is not restored, and the conflict is named', () => {
  bind('buy', 'v');
  bind('sell', 'b');
  assert.match(restore('buy'), /b is used: Ticket: sell/);
  restoreAll();
  assert.ok(ACTS.every((act) => isUsual(act.name)));
});

test('the first of two keys is known', () => {
  assert.ok(begins('g'));
  assert.ok(!begins('b'));
});

test('another tab changes the keys of this one, and what it kept wrongly is left out', () => {
  let heard = 0;
  onBindings(() => heard++);
  localStorage.setItem('lockstep-keys', JSON.stringify({buy: 'v', nothing: 'w', sell: 7}));
  window.dispatchEvent(happens('storage', {key: 'lockstep-keys'}));
  assert.equal(keysOf('buy'), 'v');
  assert.equal(keysOf('sell'), 's');
  assert.equal(heard, 1);
  localStorage.setItem('lockstep-keys', 'broken');
  window.dispatchEvent(happens('storage', {key: 'lockstep-keys'}));
  assert.equal(keysOf('buy'), 'b');
});
