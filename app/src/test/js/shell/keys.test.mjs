import assert from 'node:assert/strict';
import test from 'node:test';
import {FakeElement, happens, newPage, place} from '../fake/page.mjs';
import {Clock} from '../fake/clock.mjs';
import {bind, restoreAll} from '../../../main/resources/web/shell/bindings.js';
import {Keys} from '../../../main/resources/web/shell/keys.js';
import {VIEWS} from '../../../main/resources/web/shell/viewlist.js';

const clock = new Clock('2026-03-02T15:00:00Z').install();

// A page that shows the view; the acts and views that keys lead to are written down.
function page(view = 'trade') {
  newPage();
  clock.pass(60_000);
  const done = [];
  const tabs = place('tabs');
  ['open', 'filled'].forEach((name) => { const tab = new FakeElement('button'); tab.addEventListener('click', () => done.push(`tab ${name}`)); tabs.append(tab); });
  place('order-grid');
  place('filter', 'input');
  const act = (name) => (value) => done.push(value ? `${name} ${value}` : name);
  const views = {now: view, go(name) { this.now = name; done.push(`view ${name}`); }, show: () => {}};
  const keys = new Keys({views, acts: {cancelAll: act('cancel all'), halt: act('halt'), palette: act('palette'), ticket: act('ticket'), side: act('side')}});
  const press = (key, more = {}) => {
    const event = happens('keydown', {key, target: document.body, repeat: false, ctrlKey: false, metaKey: false, altKey: false, ...more});
    document.dispatchEvent(event);
    return event;
  };
  return {done, press, keys};
}

function inside(tag) {
  const node = new FakeElement(tag);
  document.body.append(node);
  return {target: node};
}

for (const tag of ['body', 'input', 'select', 'textarea', 'dialog']) {
  test(`F7 and F8 stop trading from within ${tag}`, () => {
    const {done, press} = page();
    const events = ['F7', 'F8'].map((key) => press(key, inside(tag)));
    assert.deepEqual(done, ['cancel all', 'halt']);
    assert.ok(events.every((event) => event.defaultPrevented));
  });
}

for (const [key, did] of [['b', 'side buy'], ['s', 'side sell'], ['n', 'ticket'], ['1', 'tab open'], ['2', 'tab filled']]) {
  test(`${key} is ${did}`, () => {
    const {done, press} = page();
    assert.ok(press(key).defaultPrevented);
    assert.deepEqual(done, [did]);
  });

  test(`${key} leads to the Trade view first`, () => {
    const {done, press} = page('profit');
    press(key);
    assert.deepEqual(done, ['view trade', did]);
  });
}

test('o goes to the order list and / to its filter', () => {
  const {press} = page();
  press('o');
  assert.equal(document.activeElement.id, 'order-grid');
  press('/');
  assert.equal(document.activeElement.id, 'filter');
});

test('who types in a field does not trade', () => {
  const {done, press} = page();
  for (const tag of ['input', 'select', 'textarea', 'dialog']) for (const key of ['b', 's', 'n', '1', 'g', 't']) press(key, inside(tag));
  assert.deepEqual(done, []);
});

for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'repeat']) {
  test(`a key with ${modifier} is left to the browser`, () => {
    const {done, press} = page();
    for (const key of ['b', 'n', ...(modifier === 'repeat' ? [] : ['F7', 'F8'])]) assert.ok(!press(key, {[modifier]: true}).defaultPrevented);
    assert.deepEqual(done, []);
  });
}

for (const {key, name} of VIEWS) {
  test(`g and ${key} lead to the view ${name}`, () => {
    const {done, press} = page();
    press('g');
    press(key);
    assert.deepEqual(done, [`view ${name}`]);
  });
}

test('the second key has to come soon, and counts once', () => {
  const {done, press} = page();
  press('g');
  clock.pass(1_500);
  press('s');
  assert.deepEqual(done, ['side sell']);
  press('g');
  clock.pass(1_499);
  press('s');
  press('s');
  assert.deepEqual(done, ['side sell', 'view simulator', 'view trade', 'side sell']);
});

test('a key without a meaning, and a tab that is not there, do nothing', () => {
  const {done, press} = page();
  for (const key of ['q', '6', 'Enter']) assert.ok(!press(key).defaultPrevented);
  assert.deepEqual(done, []);
});

test('Ctrl+K opens the palette, also while typing, and once while it is held', () => {
  const {done, press} = page();
  assert.ok(press('K', {ctrlKey: true, ...inside('input')}).defaultPrevented);
  assert.deepEqual(done, ['palette']);
  assert.ok(press('k', {metaKey: true, repeat: true}).defaultPrevented);
  press('k', {ctrlKey: true, altKey: true});
  press('k');
  assert.deepEqual(done, ['palette']);
});

test('a key that is held stops trading once', () => {
  const {done, press} = page();
  press('F8');
  assert.ok(press('F8', {repeat: true}).defaultPrevented);
  assert.deepEqual(done, ['halt']);
});

test('? lists the keys, those of all views too, in one dialog', () => {
  const {press} = page();
  press('?');
  const dialog = document.querySelector('dialog');
  assert.ok(dialog.open);
  for (const {label} of VIEWS) assert.ok(dialog.querySelectorAll('dd').some((one) => one.textContent === `View ${label}`), label);
  dialog.querySelector('button').click();
  assert.ok(!dialog.open);
  press('?');
  assert.equal(document.querySelectorAll('dialog').length, 1);
});

test('no two views have the same key', () => assert.equal(new Set(VIEWS.map((view) => view.key)).size, VIEWS.length));

test('another key does what it is bound to, and the default one does nothing any more', () => {
  const {done, press} = page();
  bind('halt', 'Ctrl+H');
  bind('buy', 'q w');
  press('F8');
  press('b');
  press('h', {ctrlKey: true, ...inside('input')});
  press('q');
  press('w');
  restoreAll();
  press('F8');
  assert.deepEqual(done, ['halt', 'side buy', 'halt']);
});

test('the list of keys shows the bound ones', () => {
  const {press} = page();
  bind('sell', 'F9');
  press('?');
  assert.ok(document.querySelector('dialog').querySelectorAll('kbd').some((one) => one.textContent === 'F9'));
  restoreAll();
});
