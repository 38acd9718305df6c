import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {Judging} from '../../../main/resources/web/trade/judging.js';

const APPROVED = {verdict: 'approved', described: 'buy 1 AAPL limit 150 gtc', denials: []};
const QUOTES = {AAPL: {bid: '200', ask: '200.02'}};

function judging({quotes = QUOTES, check = APPROVED, ticket = {symbol: '', now: null}} = {}) {
  const asked = [];
  const send = async (method, path, body) => {
    asked.push([method, path, body]);
    if (method === 'POST') return check;
    const symbol = new URLSearchParams(path.split('?')[1]).get('symbol');
    if (!quotes[symbol]) throw new Error('no quote');
    return quotes[symbol];
  };
  const positions = [{symbol: 'AAPL', brokerQty: '30', availableQty: '10'}];
  return {asked, judging: new Judging(() => ({account: {buyingPower: '1000'}, positions, quote: ticket}), send)};
}

test('a close far from the market is doubted, whatever instrument the ticket has', async () => {
  const {judging: at, asked} = judging({ticket: {symbol: 'KO', now: {bid: '60', ask: '60.01'}}});
  const verdict = await at.close({symbol: 'AAPL', side: 'sell', qty: '25', type: 'limit', limitPrice: '1', timeInForce: 'gtc'});
  assert.deepEqual(verdict, {kind: 'warn', text: '! would be sent: sell 25 AAPL limit 1 gtc; limit is 100 % below the bid'});
  assert.deepEqual(asked, [['GET', '/quotes?symbol=AAPL', undefined]]);
});

test('a close is not held back by the orders that hold its shares', async () => {
  const verdict = await judging().judging.close({symbol: 'AAPL', side: 'sell', qty: '25', limitPrice: '210', timeInForce: 'gtc'});
  assert.deepEqual(verdict, {kind: 'good', text: '✓ would be sent: sell 25 AAPL limit 210 gtc'});
});

test('without a quote a price is not called good', async () => {
  const verdict = await judging({quotes: {}}).judging.close({symbol: 'AAPL', side: 'sell', qty: '2.5', limitPrice: '210'});
  assert.deepEqual(verdict, {kind: 'warn', text: '! would be sent: sell 2.5 AAPL limit 210 day; no quote to compare the price with'});
});

test('a replacement is checked as one, in place of the order that it replaces', async () => {
  const old = {id: 'o-1', symbol: 'AAPL', side: 'sell', qty: '20', remainingQty: '20', stopPrice: '180'};
  const check = {verdict: 'approved', described: 'sell 20 AAPL stop 190 gtc', denials: []};
  const {judging: at, asked} = judging({check});
  const verdict = await at.replacement({symbol: 'AAPL', side: 'sell', qty: '20', type: 'stop', stopPrice: '190'}, old, {stopPrice: '190'});
  assert.deepEqual(asked[0], ['POST', '/orders/o-1/preview', {stopPrice: '190'}]);
  assert.deepEqual(verdict, {kind: 'good', text: '✓ would be sent: sell 20 AAPL stop 190 gtc'});
});

test('a replacement that would be denied says why, and one that cannot be checked says so', async () => {
  const old = {id: 'o-1', symbol: 'AAPL', side: 'buy', qty: '1', limitPrice: '150'};
  const order = {symbol: 'AAPL', side: 'buy', qty: '1', type: 'limit', limitPrice: '150.001'};
  const denied = judging({check: {verdict: 'denied', described: '', denials: [{text: 'use 150.00'}]}}).judging;
  assert.equal((await denied.replacement(order, old, {})).text, '✕ would be denied: use 150.00');
  const away = new Judging(() => ({quote: {}}), async () => { throw new Error('the server does not answer'); });
  assert.deepEqual(await away.replacement(order, old, {}), {kind: 'warn', text: '! not checked: the server does not answer'});
});
