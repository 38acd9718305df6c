// The figures of some round trips, in exact decimals, as the server has them for all: profit counts without fees.
import {decimal, divided, minus, plus, sign, text} from '../base/decimal.js';

const RATIO_DIGITS = 4;
const ZERO = decimal('0');

const sum = (values) => values.reduce(plus, ZERO);
const plain = (value) => value && text(value, value.scale);
const whole = (count) => decimal(String(count));
const less = (a, b) => sign(minus(a, b)) < 0;

export function figuresOf(trips) {
  const profits = trips.map((trip) => decimal(trip.profit));
  const won = profits.filter((one) => sign(one) > 0);
  const lost = profits.filter((one) => sign(one) < 0);
  const gains = sum(won);
  const losses = sum(lost);
  const fees = sum(trips.map((trip) => decimal(trip.fees)));
  const count = whole(trips.length);
  return {
    trips: trips.length,
    winRate: plain(divided(whole(won.length), count, RATIO_DIGITS)),
    profitFactor: plain(divided(gains, minus(ZERO, losses), RATIO_DIGITS)),
    expectancy: plain(divided(plus(gains, losses), count, RATIO_DIGITS)),
    best: plain(profits.reduce((best, one) => (!best || less(best, one) ? one : best), null)),
    worst: plain(profits.reduce((worst, one) => (!worst || less(one, worst) ? one : worst), null)),
    gained: plain(gains), lost: plain(losses), fees: plain(fees), netProfit: plain(plus(plus(gains, losses), fees)),
    // Of an instrument or a strategy alone, these are not known.
    otherFees: null, timeInMarket: null,
  };
}
