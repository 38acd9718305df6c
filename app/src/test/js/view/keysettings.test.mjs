import assert from 'node:assert/strict';
import test from 'node:test';
import {happens, newPage} from '../fake/page.mjs';
import {Clock} from '../fake/clock.mjs';
import {keysOf, restoreAll} from '../../../main/resources/web/shell/bindings.js';
import {KeySettings} from '../../../main/resources/web/view/keysettings.js';

const clock = new Clock('2026-03-02T15:00:00Z').install();

function shown() {
  newPage();
  restoreAll();
  const settings = new KeySettings();
  document.body.append(settings.panel);
  const press = (key, more = {}) => document.dispatchEvent(happens('keydown', {key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...more}));
  const record = (name) => settings.body.querySelector(`[data-key="${name}"]`).click();
  return {settings, press, record};
}

test('a key is taken when no second one follows it', () => {
  const {settings, press, record} = shown();
  record('buy');
  press('v');
  assert.equal(keysOf('buy'), 'b');
  clock.pass(900);
  assert.equal(keysOf('buy'), 'v');
  assert.match(settings.said.textContent, /Ticket: buy is v now/);
});

test('two keys after each other are taken at once, and so is a function key', () => {
  const {settings, press, record} = shown();
  record('buy');
  press('q');
  press('w');
  assert.equal(keysOf('buy'), 'q w');
  record('sell');
  press('F9');
  assert.equal(keysOf('sell'), 'F9', settings.said.textContent);
});

test('a conflict is named, and Escape keeps the key', () => {
  const {settings, press, record} = shown();
  record('buy');
  press('F8');
  assert.match(settings.said.textContent, /Ticket: buy stays b: F8 is used: Halt/);
  record('buy');
  press('Escape');
  press('v');
  clock.pass(900);
  assert.equal(keysOf('buy'), 'b');
});

test('a modifier alone is no key', () => {
  const {press, record} = shown();
  record('halt');
  press('Control', {ctrlKey: true});
  press('h', {ctrlKey: true});
  assert.equal(keysOf('halt'), 'Ctrl+H');
});

test('a changed key has a reset, and all of them are reset at once', () => {
  const {settings, press, record} = shown();
  record('sell');
  press('F9');
  const reset = settings.body.querySelectorAll('td.acts').flatMap((cell) => cell.querySelectorAll('button'));
  assert.equal(reset.length, 1);
  reset[0].click();
  assert.equal(keysOf('sell'), 's');
  record('sell');
  press('F9');
  settings.resetAll();
  assert.equal(keysOf('sell'), 's');
});
