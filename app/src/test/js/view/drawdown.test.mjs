import assert from 'node:assert/strict';
import test from 'node:test';
import {deepest, drawdown} from '../../../main/resources/web/view/drawdown.js';

const equities = (...values) => values.map((equity, i) => ({at: `2026-01-0${i + 1}T21:00:00Z`, equity: String(equity)}));

test('the curve is zero at each peak, and the share that is lost since below it', () => {
  assert.deepEqual(drawdown(equities(100, 200, 150, 220, 198)).map(({value}) => Math.round(value * 1e6) / 1e6), [0, 0, -25, 0, -10]);
});

test('the deepest one counts, wherever it is', () => {
  assert.deepEqual([deepest(equities(100, 80, 300, 270)), deepest(equities(1, 2, 3)), deepest([]), deepest(equities(0, 0))], ['20.00 %', '0.00 %', '0.00 %', '0.00 %']);
});
