import assert from 'node:assert/strict';
import test from 'node:test';
import {happens} from '../fake/page.mjs';

const KEPT = 'lockstep-prefs';
const DEFAULTS = {theme: 'auto', palette: 'green', density: 'normal', zone: 'local', confirm: 'live', sound: 'off', desktop: 'off'};
let loads = 0;

// The module as a page that is loaded now finds its storage.
async function loaded(stored) {
  if (stored === undefined) localStorage.removeItem(KEPT); else localStorage.setItem(KEPT, stored);
  return import(`../../../main/resources/web/base/prefs.js?${loads++}`);
}

test('without stored preferences the defaults hold', async () => assert.deepEqual((await loaded()).prefs, DEFAULTS));

for (const broken of ['{', 'null', '7', '"dark"', '[]']) {
  test(`the stored text ${broken} is as good as none`, async () => assert.deepEqual((await loaded(broken)).prefs, DEFAULTS));
}

test('stored values are taken, unknown names and values are not', async () => {
  const {prefs} = await loaded(JSON.stringify({theme: 'dark', density: 'huge', zone: 'utc', sound: true, other: 'x'}));
  assert.deepEqual(prefs, {...DEFAULTS, theme: 'dark', zone: 'utc'});
});

test('a preference is stored, shown at the page and reported', async () => {
  const module = await loaded();
  const received = [];
  module.onPrefs((prefs) => received.push(prefs.density));
  module.prefer('density', 'compact');
  assert.equal(module.prefs.density, 'compact');
  assert.equal(JSON.parse(localStorage.getItem(KEPT)).density, 'compact');
  assert.equal(document.documentElement.dataset.density, 'compact');
  assert.deepEqual(received, ['compact']);
});

test('the theme is at the page as soon as it is loaded', async () => {
  await loaded(JSON.stringify({theme: 'light', palette: 'blue'}));
  assert.equal(document.documentElement.dataset.theme, 'light');
  assert.equal(document.documentElement.dataset.palette, 'blue');
});

test('a change in another tab is taken over', async () => {
  const module = await loaded();
  localStorage.setItem(KEPT, JSON.stringify({zone: 'utc'}));
  window.dispatchEvent(happens('storage', {key: 'something-else'}));
  assert.equal(module.prefs.zone, 'local');
  window.dispatchEvent(happens('storage', {key: KEPT}));
  assert.equal(module.prefs.zone, 'utc');
});
