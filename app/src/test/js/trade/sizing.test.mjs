import assert from 'node:assert/strict';
import test from 'node:test';
import {byRisk, bySize, half, portion, typedPart} from '../../../main/resources/web/trade/sizing.js';

const position = (symbol, brokerQty) => ({symbol, brokerQty});

test('a share of the buying power buys whole shares only, and never more than it pays for', () => {
  const buy = (percent, price) => bySize({side: 'buy', symbol: 'AAPL', power: '10000', price}, percent);
  assert.deepEqual([buy('25', '232.15'), buy('50', '232.15'), buy('100', '232.15')], ['10', '21', '43']);
  assert.equal(buy('100', '10000.01'), null);
  assert.equal(bySize({side: 'buy', symbol: 'BTC/USD', power: '1000', price: '98382.1'}, '50'), '0.005082225');
});

test('an order that reduces the position takes a share of it', () => {
  const held = {symbol: 'AAPL', power: '10000', price: '232.15'};
  assert.equal(bySize({...held, side: 'sell', position: position('AAPL', '30')}, '25'), '7');
  assert.equal(bySize({...held, side: 'buy', position: position('AAPL', '-30')}, '50'), '15');
  assert.equal(bySize({...held, side: 'sell', position: position('AAPL', '1.5')}, '100'), '1.5');
  assert.equal(bySize({...held, side: 'sell', position: position('AAPL', '-30')}, '25'), '10');
});

test('without price or buying power there is no quantity', () => {
  assert.equal(bySize({side: 'buy', symbol: 'AAPL', power: '10000', price: null}, '25'), null);
  assert.equal(bySize({side: 'buy', symbol: 'AAPL', power: undefined, price: '10'}, '25'), null);
  assert.equal(bySize({side: 'buy', symbol: 'AAPL', power: '10000', price: '0'}, '25'), null);
});

test('the quantity by risk loses at most the amount at the stop', () => {
  const risk = (side, entry, stop, symbol = 'AAPL') => byRisk({side, symbol, risk: '100', entry, stop});
  assert.equal(risk('buy', '232.15', '229.15'), '33');
  assert.equal(risk('sell', '232.15', '235.15'), '33');
  assert.equal(risk('buy', '98000', '97000', 'BTC/USD'), '0.1');
  for (const wrong of [risk('buy', '232.15', '235'), risk('sell', '232.15', '229'), risk('buy', '232.15', '232.15'), risk('buy', '500', '300'), risk('buy', '232.15', null)]) assert.equal(wrong, null);
});

test('half of a position leaves whole shares', () => {
  assert.deepEqual([half(position('AAPL', '3')), half(position('AAPL', '1.5')), half(position('AAPL', '-10')), half(position('BTC/USD', '0.000125'))], ['2', '1.5', '5', '0.0000625']);
});

test('a part is typed as a quantity or as a percentage', () => {
  const typed = (text, qty = '30') => typedPart(position('AAPL', qty), text);
  assert.deepEqual([typed('12'), typed('1,000', '2000'), typed('30'), typed('30', '-30'), typed('50 %'), typed('33.3%'), typed('100%', '1.5'), typed('100.0 %', '1.5')], ['12', '1000', '30', '30', '15', '9', '1.5', '1.5']);
  for (const wrong of ['', '%', '0 %', '101 %', '-5 %', '1 %', '1e1', 'half', '0', '0.0', '30.1', '31', '1,000']) assert.equal(typed(wrong), null, wrong);
});

test('all of it keeps its fractions', () => {
  assert.deepEqual([portion('1.250', '100', 'AAPL'), portion('-0.000000001', '100', 'BTC/USD')], ['1.25', '0.000000001']);
});
