import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {Clock} from '../fake/clock.mjs';
import {Calendar, heat, monthOf, total, weeks} from '../../../main/resources/web/view/calendar.js';

new Clock('2026-03-02T15:00:00Z').install();

const flat = (month) => weeks(month).flat().filter(Boolean);

test('the weeks of a month begin on Monday', () => {
  const march = weeks('2026-03');
  assert.deepEqual(march[0], [null, null, null, null, null, null, '2026-03-01']);
  assert.deepEqual(march.at(-1), ['2026-03-30', '2026-03-31', null, null, null, null, null]);
  assert.equal(march.length, 6);
});

test('a month that fills whole weeks has no others', () => assert.deepEqual(weeks('2027-02').map((week) => week.length), [7, 7, 7, 7]));

for (const [month, days] of [['2024-02', 29], ['2026-02', 28], ['2026-04', 30], ['2026-12', 31]]) {
  test(`${month} has ${days} days, each once and in order`, () => {
    assert.equal(flat(month).length, days);
    assert.deepEqual(flat(month), [...flat(month)].sort());
  });
}

test('the sum of days is exact, and days without a round trip are no zero', () => {
  assert.deepEqual(total([{trips: 1, profit: '0.1'}, null, {trips: 2, profit: '0.2'}]), {trips: 3, profit: '0.30'});
  assert.equal(total([null, undefined]), null);
  assert.equal(total([{trips: 1, profit: '0'}]).profit, '0.00');
});

for (const [profit, largest, strength] of [['0', 100, 0], ['0.00', 100, 0], ['0.01', 100, 1], ['25', 100, 1], ['25.01', 100, 2], ['-75', 100, 3], ['-100', 100, 4]]) {
  test(`${profit} of ${largest} has the strength ${strength}`, () => assert.equal(heat(profit, largest), strength));
}

test('a day belongs to its month', () => assert.equal(monthOf('2026-03-02'), '2026-03'));

const DAYS = [{day: '2026-02-27', trips: 4, profit: '-50'}, {day: '2026-03-02', trips: 1, profit: '100'}, {day: '2026-03-03', trips: 2, profit: '-25.5'}];

function calendar(days = DAYS) {
  const picked = [];
  const made = new Calendar((day) => picked.push(day));
  made.show(days, null);
  return {calendar: made, picked, cell: (day) => made.body.querySelector(`[data-day="${day}"]`).closest('td')};
}

test('it shows the month of the last day, with its sum', () => {
  const {calendar: {title, sum}} = calendar();
  assert.equal(title.textContent, 'Profit by day, March 2026');
  assert.equal(sum.textContent, '▲ +$74.50, 3 round trips');
});

test('one round trip is singular, and none is a text', () => {
  assert.match(calendar(DAYS.slice(0, 2)).calendar.sum.textContent, /, 1 round trip$/);
  assert.equal(calendar([]).calendar.sum.textContent, 'no round trips');
});

test('without round trips it shows this month', () => assert.equal(calendar([]).calendar.title.textContent, 'Profit by day, March 2026'));

test('a day has its profit, its colour and a sentence for readers of the screen', () => {
  const {cell} = calendar();
  assert.equal(cell('2026-03-02').textContent, '2+$100.00');
  assert.equal(cell('2026-03-02').className, 'heat-4 up-day');
  assert.equal(cell('2026-03-03').className, 'heat-2 down-day');
  assert.equal(cell('2026-03-03').querySelector('button').getAttribute('aria-label'), '2026-03-03: ▼ −$25.50, 2 round trips');
  assert.equal(cell('2026-03-04').className, '');
});

test('a week ends with its sum', () => {
  const {calendar: made} = calendar();
  assert.deepEqual(made.body.children.map((week) => week.children.at(-1).textContent), ['–', '▲ +$74.50', '–', '–', '–', '–']);
});

test('the buttons turn months across years', () => {
  const {calendar: made} = calendar();
  for (let i = 0; i < 3; i++) made.panel.querySelector('#calendar-before').click();
  assert.equal(made.title.textContent, 'Profit by day, December 2025');
  made.panel.querySelector('#calendar-after').click();
  assert.equal(made.title.textContent, 'Profit by day, January 2026');
});

test('the months of the year have their sums, and a click shows one', () => {
  const {calendar: made} = calendar();
  const february = made.months.querySelector('[data-month="2026-02"]');
  assert.equal(february.textContent, 'Feb ▼ −$50.00');
  february.click();
  assert.equal(made.title.textContent, 'Profit by day, February 2026');
  assert.equal(made.months.querySelector('[aria-pressed="true"]').textContent, 'Feb ▼ −$50.00');
});

test('a click on a day picks it', () => {
  const {cell, picked} = calendar();
  cell('2026-03-03').querySelector('button').click();
  assert.deepEqual(picked, ['2026-03-03']);
});

test('new days do not turn the month that is read, and a problem leaves the days', () => {
  const {calendar: made} = calendar();
  made.turn(-1);
  made.show(DAYS, null);
  assert.equal(made.title.textContent, 'Profit by day, February 2026');
  made.show(null, new Error('busy'));
  assert.equal(made.said.textContent, 'Not available: busy');
  assert.equal(made.sum.textContent, '▼ −$50.00, 4 round trips');
});
