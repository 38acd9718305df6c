import assert from 'node:assert/strict';
import test from 'node:test';
import {place} from '../fake/page.mjs';
import {text} from '../../../main/resources/web/base/decimal.js';
import {cost, estimate} from '../../../main/resources/web/trade/estimate.js';

const box = place('estimate', 'dl');
const quote = (prices) => ({price: (side) => prices?.[side] ?? null});
const MARKET = quote({buy: '191', sell: '189'});
const buy = (more) => ({symbol: 'AAPL', side: 'buy', qty: '10', ...more});

for (const [order, about, why] of [
  [buy({limitPrice: '190.25', stopPrice: '195'}), '1902.50', 'the limit counts before the stop'],
  [buy({stopPrice: '195'}), '1950.00', 'the stop counts before the quote'],
  [buy({}), '1910.00', 'a buyer pays the ask'],
  [buy({side: 'sell'}), '1890.00', 'a seller gets the bid'],
  [buy({qty: undefined, notional: '500'}), '500.00', 'an amount in dollars is its own cost'],
  [buy({qty: '0.333', limitPrice: '0.01'}), '0.00', 'less than half a cent is nothing'],
]) {
  test(`the cost is ${about}: ${why}`, () => assert.equal(text(cost(order, MARKET), 2), about));
}

test('without a price the cost is unknown', () => assert.equal(cost(buy({}), quote(null)), null));

function shown(order, prices, account) {
  estimate(order, prices, account);
  return box.children.map((pair) => pair.children.map((part) => part.textContent).join(': '));
}

test('a buyer sees the cost, the buying power and what is left', () => {
  assert.deepEqual(shown(buy({limitPrice: '190'}), MARKET, {buyingPower: '10000.005'}), ['Estimated cost: ≈ $1,900.00', 'Buying power: $10,000.01', 'Left afterwards: ≈ $8,100.01']);
  assert.equal(box.querySelector('.bad'), null);
});

test('what is missing is marked', () => {
  assert.equal(shown(buy({limitPrice: '190'}), MARKET, {buyingPower: '1899.99'})[2], 'Left afterwards: ≈ −$0.01');
  assert.equal(box.querySelector('.bad').textContent, '≈ −$0.01');
});

test('a seller sees the proceeds only', () => assert.deepEqual(shown(buy({side: 'sell'}), MARKET, {buyingPower: '5'}), ['Estimated proceeds: ≈ $1,890.00']));

test('what is unknown is not guessed', () => {
  assert.deepEqual(shown(buy({}), quote(null), null), ['Estimated cost: –', 'Buying power: unknown', 'Left afterwards: –']);
  assert.equal(shown(buy({symbol: ''}), MARKET, null)[0], 'Estimated cost: –');
  assert.equal(shown(buy({qty: undefined}), MARKET, null)[0], 'Estimated cost: –');
});

test('with a field that holds no amount the cost is unknown, not that of an earlier value', () => {
  const wrong = {field: 'qty', value: '1e2'};
  assert.equal(shown(buy({}), MARKET, null)[0], 'Estimated cost: ≈ $1,910.00');
  estimate(buy({limitPrice: null}), MARKET, null, wrong);
  assert.equal(box.children[0].children[1].textContent, '–');
});
