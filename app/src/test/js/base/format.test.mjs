import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {Clock} from '../fake/clock.mjs';
import {age, amount, capital, change, dollars, percent, price, shortTime, time, words, zone} from '../../../main/resources/web/base/format.js';
import {prefer} from '../../../main/resources/web/base/prefs.js';

// Nine hours ahead of UTC all year.
process.env.TZ = 'Asia/Tokyo';
new Clock('2026-03-02T15:04:05Z').install();

function each(name, show, cases) {
  for (const [given, shown] of cases) test(`${name} of ${JSON.stringify(given)} is "${shown}"`, () => assert.equal(show(given), shown));
}

each('the age', age, [[null, 'never'], [undefined, 'never'], [0, '0 s'], [-5_000, '0 s'], [1_499, '1 s'], [119_499, '119 s'], [120_000, '2 min'], [7_199_000, '120 min'], [7_200_000, '2 h'], [172_800_000, '48 h']]);
each('the amount', amount, [[null, '–'], ['0', '0'], ['999', '999'], ['1000', '1,000'], ['-1234567', '-1,234,567'], ['1234.56789', '1,234.56789'], ['0.123456789', '0.123456789'], [12000, '12,000']]);
each('the price', price, [[null, '–'], ['', '–'], ['many', '–'], ['230', '230.00'], ['230.5', '230.50'], ['230.1234', '230.1234'], ['230.12345', '230.1235'], ['12345.6', '12,345.60'], ['0.123456', '0.1235'], ['0.00001234', '0.00001234'], ['0.000012345678', '0.00001235'], ['0.00', '0.00']]);
each('the sum in dollars', dollars, [[null, '–'], ['0', '$0.00'], ['1234567.891', '$1,234,567.89'], ['-1234.5', '−$1,234.50'], ['-0.004', '−$0.004'], ['0.001', '$0.001'], ['0.00000023228', '$0.00000023'], ['0.0049999', '$0.005'], ['0.005', '$0.01'], ['2.005', '$2.01'], ['12345.001', '$12,345.00']]);
each('the words', words, [[null, ''], ['pending_cancel', 'pending cancel'], ['STOP_LIMIT', 'stop limit']]);
each('the capital', capital, [['filled_qty', 'Filled qty'], ['utc', 'UTC'], ['API', 'API'], ['', '']]);

test('dollars can be shown without cents', () => assert.equal(dollars('1999.5', 0), '$2,000'));

test('gain and loss differ by sign, arrow and colour', () => {
  assert.deepEqual(change('1234.5'), {text: '▲ +$1,234.50', kind: 'up'});
  assert.deepEqual(change('-0.1'), {text: '▼ −$0.10', kind: 'down'});
  assert.deepEqual(change('0.000'), {text: '$0.00', kind: ''});
  assert.deepEqual(change(null), {text: '–', kind: ''});
});

test('a share of nothing is not shown', () => {
  assert.equal(percent('5', '200'), '+2.50 %');
  assert.equal(percent('-1', '3'), '−33.33 %');
  assert.equal(percent('-32.58', '9999967'), '0.00 %');
  assert.equal(percent('5', '0'), '');
  assert.equal(percent(undefined, '10'), '');
});

test('times follow the zone that was chosen', () => {
  prefer('zone', 'utc');
  assert.equal(zone(), 'UTC');
  assert.equal(time('2026-01-05T09:07:03.999Z'), '2026-01-05 09:07:03');
  prefer('zone', 'local');
  assert.equal(zone(), 'local');
  assert.equal(time('2026-01-05T19:07:03Z'), '2026-01-06 04:07:03');
});

test('a missing time is empty', () => {
  assert.equal(time(null), '');
  assert.equal(shortTime(undefined), '');
});

test('the short time leaves out the day only today', () => {
  prefer('zone', 'utc');
  assert.equal(shortTime('2026-03-02T00:00:01Z'), '00:00:01');
  assert.equal(shortTime('2026-03-01T23:59:59Z'), '03-01 23:59:59');
});

test('an amount under half a cent is not shown as nothing', () => {
  assert.equal(dollars('-0.004'), '−$0.004');
  assert.equal(dollars('-0.006'), '−$0.01');
  assert.equal(dollars('-0.4', 0), '$0');
  assert.deepEqual(change('-0.0041'), {text: '▼ −$0.0041', kind: 'down'});
});
