import assert from 'node:assert/strict';
import test from 'node:test';
import {FakeElement} from '../fake/page.mjs';
import '../fake/style.mjs';
import {prefer} from '../../../main/resources/web/base/prefs.js';
import {colour, colours} from '../../../main/resources/web/view/plot.js';

// Nine hours ahead of UTC all year.
process.env.TZ = 'Asia/Tokyo';
const box = new FakeElement('div');

// What the chart is asked to look like.
function options() {
  let given;
  colours({applyOptions: (asked) => { given = asked; }}, box);
  return given;
}

const seconds = (iso) => Date.parse(iso) / 1000;

test('a colour of the style sheet is read off the page, which is left as it was', () => {
  assert.equal(colour(box, 'line', 0.5), 'rgba(4, 5, 6, 0.5)');
  assert.equal(colour(box, 'quiet'), 'rgba(1, 2, 3, 1)');
  assert.equal(box.children.length, 0);
});

test('text and grid have the colours of the page', () => {
  const {layout, grid} = options();
  assert.equal(layout.textColor, 'rgba(1, 2, 3, 1)');
  assert.equal(grid.vertLines.color, grid.horzLines.color);
});

test('the time under the cursor follows the zone that was chosen', () => {
  prefer('zone', 'utc');
  assert.equal(options().localization.timeFormatter(seconds('2026-03-02T15:04:05Z')), '2026-03-02 15:04:05');
});

for (const [kind, shown] of [[0, '2026'], [1, 'Mar'], [2, 'Mar 2'], [3, '15:04'], [4, '15:04']]) {
  test(`a mark of kind ${kind} is written "${shown}"`, () => {
    prefer('zone', 'utc');
    assert.equal(options().timeScale.tickMarkFormatter(seconds('2026-03-02T15:04:05Z'), kind), shown);
  });
}

test('marks follow the local zone where it was chosen', () => {
  prefer('zone', 'local');
  assert.equal(options().timeScale.tickMarkFormatter(seconds('2026-03-02T17:04:05Z'), 2), 'Mar 3');
  assert.equal(options().timeScale.tickMarkFormatter(seconds('2026-03-02T17:04:05Z'), 3), '02:04');
});

test('the hour after midnight is 00', () => {
  prefer('zone', 'utc');
  assert.equal(options().timeScale.tickMarkFormatter(seconds('2026-03-02T00:04:05Z'), 3), '00:04');
});
