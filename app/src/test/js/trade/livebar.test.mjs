import assert from 'node:assert/strict';
import test from 'node:test';
import {middle, withQuote} from '../../../main/resources/web/trade/livebar.js';

const bar = (from, close) => ({symbol: 'AAPL', from, open: '230', high: '232', low: '229', close, volume: '100'});
const BARS = [bar('2026-01-05T14:25:00Z', '230'), bar('2026-01-05T14:30:00Z', '231')];
const quote = (at, bid = '233.10', ask = '233.12') => ({bid, ask, at});

test('the middle of a quote is exact, and a single side counts alone', () => {
  assert.deepEqual([middle({bid: '231.74', ask: '231.77'}), middle({bid: '1', ask: '3'}), middle({bid: null, ask: '5.50'}), middle({bid: '5.25'}), middle({}), middle(null), middle({bid: '0', ask: '0'})],
      ['231.755', '2', '5.5', '5.25', null, null, null]);
});

test('a quote of the last bar moves its close and stretches its range', () => {
  assert.deepEqual(withQuote(BARS, quote('2026-01-05T14:34:59Z'), '5m').at(-1), {...BARS[1], close: '233.11', high: '233.11'});
  assert.deepEqual(withQuote(BARS, quote('2026-01-05T14:31:00Z', '228', '228'), '5m').at(-1), {...BARS[1], close: '228', low: '228'});
  assert.equal(BARS[1].close, '231');
});

test('a quote after the end of the last bar begins the next one', () => {
  const bars = withQuote(BARS, quote('2026-01-05T14:36:00Z'), '5m');
  assert.equal(bars.length, 3);
  assert.deepEqual(bars[2], {symbol: 'AAPL', from: '2026-01-05T14:35:00.000Z', open: '233.11', high: '233.11', low: '233.11', close: '233.11', volume: '0'});
});

for (const [name, at, frame] of [['older than the last bar', '2026-01-05T14:29:00Z', '5m'], ['long after it', '2026-01-05T15:30:00Z', '5m'], ['of another day', '2026-01-07T14:30:00Z', '1d']]) {
  test(`a quote ${name} changes nothing`, () => assert.equal(withQuote(BARS, quote(at), frame), BARS));
}

test('without bars or quote nothing changes', () => {
  assert.deepEqual(withQuote([], quote('2026-01-05T14:31:00Z'), '5m'), []);
  assert.equal(withQuote(BARS, null, '5m'), BARS);
});
