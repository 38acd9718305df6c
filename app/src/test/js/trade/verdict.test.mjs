import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {decimal} from '../../../main/resources/web/base/decimal.js';
import {judge, without} from '../../../main/resources/web/trade/verdict.js';

const CHECK = {verdict: 'approved', described: 'buy 10 AAPL'};
const ACCOUNT = {buyingPower: '2000'};
const QUOTE = {bid: '100', ask: '101'};

function verdict({order = {}, ...more}) {
  return judge({order: {symbol: 'AAPL', side: 'buy', qty: '10', ...order}, check: CHECK, account: ACCOUNT, position: null, quote: QUOTE, cost: decimal('1000'), ...more});
}

const sell = (qty, more) => ({side: 'sell', qty, ...more});
const holds = (brokerQty, availableQty = brokerQty) => ({brokerQty, availableQty});

test('an order without a doubt is good', () => assert.deepEqual(verdict({}), {kind: 'good', text: '✓ would be sent: buy 10 AAPL'}));

test('a replacement takes over the shares and the money of the order that it replaces', () => {
  const exit = {side: 'sell', qty: '10', remainingQty: '8', limitPrice: '120'};
  assert.deepEqual(without(exit, {account: ACCOUNT, position: holds('10', '2')}), {account: ACCOUNT, position: holds('10', '10')});
  assert.deepEqual(without({...exit, side: 'buy'}, {account: ACCOUNT, position: holds('-10', '-2')}).position, holds('-10', '10'));
  assert.deepEqual(without({...exit, side: 'buy'}, {account: ACCOUNT, position: null}), {account: {buyingPower: '2960'}, position: null});
  assert.deepEqual(without({side: 'buy', notional: '50'}, {account: ACCOUNT, position: null}), {account: ACCOUNT, position: null});
  assert.deepEqual(without(exit, {account: undefined, position: {brokerQty: '10', availableQty: null}}), {account: undefined, position: {brokerQty: '10', availableQty: null}});
});

test('an order that could not be checked in full is not called good', () => {
  const check = {...CHECK, unchecked: 'the symbol AAPL could not be checked: no answer'};
  assert.deepEqual(verdict({check}), {kind: 'warn', text: '! would be sent: buy 10 AAPL; the symbol AAPL could not be checked: no answer'});
});

test('a denial is a sentence with all its reasons', () => {
  const check = {verdict: 'denied', denials: [{code: 'order_value', text: 'order value $9.00 is above the limit of $5.00'}, {code: 'symbol_unknown', text: 'the broker does not have the symbol X'}]};
  assert.deepEqual(verdict({check}), {kind: 'bad', text: '✕ would be denied: order value $9.00 is above the limit of $5.00; the broker does not have the symbol X'});
});

for (const [name, given, expected] of [
  ['a purchase of exactly the buying power passes', {cost: decimal('2000')}, null],
  ['a cent more than the buying power does not', {cost: decimal('2000.01')}, 'it needs about $2,000.01, the buying power is $2,000.00'],
  ['a sale that only closes needs no buying power', {order: sell('10'), position: holds('10'), cost: decimal('5000')}, null],
  ['buying back a short position needs none', {position: holds('-10'), cost: decimal('5000')}, null],
  ['what turns a position needs it for the part beyond', {position: holds('-4'), cost: decimal('5000')}, 'it needs about $3,000.00, the buying power is $2,000.00'],
  ['adding to a position needs it for all', {position: holds('4'), cost: decimal('5000')}, 'it needs about $5,000.00, the buying power is $2,000.00'],
  ['a short sale needs it', {order: sell('10'), cost: decimal('5000')}, 'it needs about $5,000.00, the buying power is $2,000.00'],
  ['a purchase by value needs it', {order: {qty: undefined, notional: '5000'}, cost: decimal('5000')}, 'it needs about $5,000.00, the buying power is $2,000.00'],
  ['a sale by value needs none', {order: {side: 'sell', qty: undefined, notional: '5000'}, position: holds('100'), cost: decimal('5000')}, null],
  ['an unknown cost proves nothing', {cost: null}, null],
  ['shares that resting orders hold cannot be sold', {order: sell('8'), position: holds('10', '3')}, 'only 3 of 10 are available, resting orders hold the rest'],
  ['the free ones can', {order: sell('3'), position: holds('10', '3')}, null],
  ['a short position that orders hold cannot be bought back twice', {order: {qty: '8'}, position: holds('-10', '-3')}, 'only 3 of 10 are available, resting orders hold the rest'],
  ['an unknown number of free shares proves nothing', {order: sell('8'), position: {brokerQty: '10', availableQty: null}}, null],
]) {
  test(name, () => {
    const {kind, text} = verdict(given);
    if (expected) assert.deepEqual([kind, text], ['bad', `✕ the broker would refuse: buy 10 AAPL; ${expected}`]);
    else assert.notEqual(kind, 'bad', text);
  });
}

for (const [name, given, doubt] of [
  ['an unknown buying power is a doubt', {account: null}, 'buying power unknown'],
  ['a sale beyond the position opens a short one', {order: sell('12.5'), position: holds('10')}, 'opens a short position of 2.5'],
  ['a sale without a position opens a short one', {order: sell('1000'), cost: null}, 'opens a short position of 1,000'],
  ['a purchase beyond the short position opens a long one', {position: holds('-4')}, 'closes the short position and opens a long one of 6'],
  ['a limit far below the market is a doubt', {order: {limitPrice: '70'}}, 'limit is 31 % below the ask'],
  ['a limit that trades at once is a doubt sooner', {order: {limitPrice: '107'}}, 'limit is 6 % above the ask'],
  ['a seller is compared with the bid', {order: sell('10', {limitPrice: '94'}), position: holds('10')}, 'limit is 6 % below the bid'],
  ['a stop far from the market is a doubt', {order: sell('10', {stopPrice: '70'}), position: holds('10')}, 'stop is 30 % below the bid'],
]) {
  test(name, () => assert.deepEqual(verdict(given), {kind: 'warn', text: `! would be sent: buy 10 AAPL; ${doubt}`}));
}

for (const [name, given] of [
  ['a resting limit may be a quarter away', {order: {limitPrice: '76'}}],
  ['an aggressive one may be five percent away', {order: {limitPrice: '106'}}],
  ['without a quote no price is far', {order: {limitPrice: '1'}, quote: null}],
  ['of one side of the market only, the other is unknown', {order: {limitPrice: '1'}, quote: {bid: '100', ask: null}}],
  ['crypto is not sold short', {order: sell('10', {symbol: 'BTC/USD'}), position: holds('1', null)}],
  ['selling all of a position opens nothing', {order: sell('10'), position: holds('10')}],
]) {
  test(name, () => assert.equal(verdict(given).kind, 'good', verdict(given).text));
}

test('several doubts stand next to each other', () => assert.equal(verdict({account: null, order: {limitPrice: '70'}}).text, '! would be sent: buy 10 AAPL; buying power unknown; limit is 31 % below the ask'));
