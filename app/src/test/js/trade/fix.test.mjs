import assert from 'node:assert/strict';
import test from 'node:test';
import {fixOf} from '../../../main/resources/web/trade/fix.js';

const ORDER = {symbol: 'AAPL', side: 'buy', qty: '10.5'};
const denied = (...denials) => ({check: {verdict: 'denied', denials}, order: ORDER});

for (const [denial, fix] of [
  [{code: 'symbol_unknown', expected: 'BTC/USD, with the slash'}, {text: 'Use BTC/USD', put: {symbol: 'BTC/USD'}}],
  [{code: 'symbol_unknown', expected: 'a symbol that the broker has'}, null],
  [{code: 'fractional_quantity'}, {text: 'Use 10', put: {qty: '10'}}],
  [{code: 'trading_halted', field: 'operator'}, {text: 'Resume…', act: 'resume'}],
  [{code: 'trading_reducing', field: 'operator'}, {text: 'Resume…', act: 'resume'}],
  [{code: 'trading_halted', field: 'store-copy'}, null],
  [{code: 'trading_reducing', field: 'sync'}, null],
  [{code: 'order_value'}, {text: 'Show the limits', go: '#risk'}],
  [{code: 'capital_budget', strategy: 'trend'}, {text: 'Show the limits', go: '#strategies'}],
  [{code: 'exit_price'}, null],
  [{code: 'price_increment', field: 'limitPrice', expected: '230.55 or 230.56'}, {text: 'Use 230.55', put: {limitPrice: '230.55'}}],
  [{code: 'price_increment', field: 'stopPrice', expected: '0.0001'}, {text: 'Use 0.0001', put: {stopPrice: '0.0001'}}],
  [{code: 'price_increment', field: 'trail', expected: '0.01'}, null],
  [{code: 'time_in_force', field: 'timeInForce', expected: 'gtc or ioc for crypto'}, {text: 'Use the usual time in force', put: {timeInForce: ''}}],
]) test(`${denial.code} ${denial.field ?? ''} ${denial.expected ?? ''}: ${fix?.text ?? 'nothing to offer'}`, () => assert.deepEqual(fixOf(denied(denial)), fix));

test('the first denial that has a fix decides', () => {
  assert.equal(fixOf(denied({code: 'exit_price'}, {code: 'not_fractionable'}, {code: 'order_value'})).text, 'Use 10');
});

test('a seller gets the higher tradable price', () => {
  const denial = {code: 'price_increment', field: 'limitPrice', expected: '230.55 or 230.56'};
  assert.deepEqual(fixOf({check: {denials: [denial]}, order: {...ORDER, side: 'sell'}}).put, {limitPrice: '230.56'});
});

test('a part of a share that must be for the day is offered so', () => {
  const denial = {code: 'fractional_quantity', expected: 'whole shares, or timeInForce day'};
  assert.deepEqual(fixOf({check: {denials: [denial]}, order: {...ORDER, qty: '0.5'}}).put, {timeInForce: 'day'});
});

test('less than a share is not rounded to nothing', () => {
  assert.equal(fixOf({check: {denials: [{code: 'fractional_quantity'}]}, order: {...ORDER, qty: '0.4'}}), null);
});

test('more than the buying power becomes what it pays for', () => {
  const known = {check: {verdict: 'approved', denials: []}, order: {...ORDER, qty: '100'}, account: {buyingPower: '1000'}, price: '30', exceeded: true};
  assert.deepEqual(fixOf(known), {text: 'Use 33', put: {qty: '33'}});
  assert.equal(fixOf({...known, price: '2000'}), null);
  assert.equal(fixOf({...known, exceeded: false}), null);
  assert.equal(fixOf({check: null, order: ORDER}), null);
});
