import assert from 'node:assert/strict';
import test from 'node:test';
import {figuresOf} from '../../../main/resources/web/view/tripfigures.js';

const trip = (profit, fees = '0') => ({profit, fees});

test('the figures of some round trips are exact', () => {
  assert.deepEqual(figuresOf([trip('6', '-0.1'), trip('-2', '-0.2'), trip('0'), trip('0.10')]), {
    trips: 4, winRate: '0.5000', profitFactor: '3.0500', expectancy: '1.0250', best: '6', worst: '-2', gained: '6.10', lost: '-2', fees: '-0.3', netProfit: '3.80', otherFees: null, timeInMarket: null,
  });
});

test('without round trips, and without a loss, what is undefined is left out', () => {
  const none = figuresOf([]);
  assert.deepEqual([none.trips, none.winRate, none.profitFactor, none.expectancy, none.best, none.worst], [0, null, null, null, null, null]);
  assert.equal(figuresOf([trip('1')]).profitFactor, null);
});
