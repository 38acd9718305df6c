// The last bar of a chart, kept at the quote: bars of a data service are up to a minute old.
import {decimal, minus, plus, sign, text, times} from '../base/decimal.js';

const MINUTE_MILLIS = 60_000;
const LENGTHS = {'1m': MINUTE_MILLIS, '5m': 5 * MINUTE_MILLIS, '15m': 15 * MINUTE_MILLIS, '1h': 60 * MINUTE_MILLIS, '1d': 24 * 60 * MINUTE_MILLIS};
const HALF = decimal('0.5');

// The middle of the quote, or its only side.
export function middle(quote) {
  const bid = decimal(quote?.bid);
  const ask = decimal(quote?.ask);
  const price = bid && ask ? times(plus(bid, ask), HALF) : bid ?? ask;
  return price && sign(price) > 0 ? text(price, price.scale).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : null;
}

const higher = (a, b) => (sign(minus(decimal(a), decimal(b))) >= 0 ? a : b);
const lower = (a, b) => (sign(minus(decimal(a), decimal(b))) <= 0 ? a : b);

// The bars with the quote in the last one, or in a new one where the last one has ended.
export function withQuote(bars, quote, frame) {
  const price = middle(quote);
  const last = bars.at(-1);
  if (!price || !last) return bars;
  const at = Date.parse(quote.at);
  const from = Date.parse(last.from);
  const ago = at - from;
  if (ago >= 0 && ago < LENGTHS[frame]) return [...bars.slice(0, -1), {...last, close: price, high: higher(last.high, price), low: lower(last.low, price)}];
  if (ago < 0 || ago >= 2 * LENGTHS[frame] || frame === '1d') return bars;
  return [...bars, {...last, from: new Date(from + LENGTHS[frame]).toISOString(), open: price, high: price, low: price, close: price, volume: '0'}];
}
