import assert from 'node:assert/strict';
import test from 'node:test';
import {FakeElement, happens} from '../fake/page.mjs';
import {ColumnChoice, named} from '../../../main/resources/web/base/columnchoice.js';

const COLUMNS = named(['Symbol', '#Quantity', '#Last'], 'Symbol');

function choice(changed = () => {}) {
  localStorage.removeItem('lockstep-columns');
  return new ColumnChoice('positions', COLUMNS, changed);
}

function row(cells) {
  const tr = new FakeElement('tr');
  for (let i = 0; i < cells; i++) tr.append(new FakeElement('td'));
  return tr;
}

test('all columns are shown, and one that is fixed cannot be hidden', () => {
  const columns = choice();
  assert.ok(COLUMNS.every(({name}) => columns.shows(name)));
  assert.deepEqual(columns.boxes.map((box) => box.name), ['Quantity', 'Last']);
});

test('a hidden column is kept for its table only, and shown again by a reset', () => {
  let changes = 0;
  const columns = choice(() => changes++);
  columns.show('Last', false);
  assert.ok(!columns.shows('Last'));
  assert.ok(!new ColumnChoice('positions', COLUMNS, () => {}).shows('Last'));
  assert.ok(new ColumnChoice('trades', COLUMNS, () => {}).shows('Last'));
  columns.reset();
  assert.ok(columns.shows('Last'));
  assert.equal(changes, 2);
});

test('the cells of a hidden column are hidden, and those of a row with other cells are not', () => {
  const columns = choice();
  columns.show('Quantity', false);
  assert.deepEqual(columns.row(row(3)).children.map((cell) => cell.hidden), [false, true, false]);
  assert.deepEqual(columns.row(row(2)).children.map((cell) => cell.hidden), [false, false]);
});

test('what is kept wrongly hides nothing', () => {
  for (const kept of ['broken', '7', '{"positions":"Last"}', '{"positions":["Symbol","Nothing"]}']) {
    localStorage.setItem('lockstep-columns', kept);
    const columns = new ColumnChoice('positions', COLUMNS, () => {});
    assert.ok(COLUMNS.every(({name}) => columns.shows(name)), kept);
  }
});

test('another tab changes the choice', () => {
  const columns = choice();
  localStorage.setItem('lockstep-columns', '{"positions":["Last"]}');
  window.dispatchEvent(happens('storage', {key: 'lockstep-columns'}));
  assert.ok(!columns.shows('Last'));
});
