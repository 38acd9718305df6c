// What would become of the written order: by the server's check, and by what is known here of the account,
// the position and the market.
import {decimal, exact, minus, plus, sign, text, times} from '../base/decimal.js';
import {amount, dollars} from '../base/format.js';

// A limit that trades at once must be nearer to the market than one that rests.
const MAX_AGGRESSIVE_PERCENT = 5;
const MAX_RESTING_PERCENT = 25;
const CRYPTO = '/';

const above = (a, b) => a && b && sign(minus(a, b)) > 0;
const ZERO = decimal('0');
const size = (a) => (sign(a) < 0 ? minus(ZERO, a) : a);

export function judge({order, check, account, position, quote, cost}) {
  if (check.verdict === 'denied') {
    return {kind: 'bad', text: `✕ would be denied: ${check.denials.map((one) => one.text).join('; ')}`};
  }
  const beyond = beyondPower({order, account, position, cost});
  const bad = [beyond, notFree({order, position})].filter(Boolean);
  if (bad.length) return {kind: 'bad', exceeded: Boolean(beyond), text: `✕ the broker would refuse: ${check.described}; ${bad.join('; ')}`};
  const doubts = [check.unchecked, account ? null : 'buying power unknown', opens({order, position}), far(order, 'limitPrice', 'limit', quote), far(order, 'stopPrice', 'stop', quote)].filter(Boolean);
  return doubts.length ? {kind: 'warn', text: `! would be sent: ${check.described}; ${doubts.join('; ')}`} : {kind: 'good', text: `✓ would be sent: ${check.described}`};
}

// A close at a limit: what holds its shares is canceled first.
export function judgeClose({order, quote}) {
  const {side, qty, symbol, limitPrice, timeInForce} = order;
  const described = `${side} ${qty} ${symbol} limit ${limitPrice} ${timeInForce ?? 'day'}`;
  const doubt = far(order, 'limitPrice', 'limit', quote);
  return doubt ? {kind: 'warn', text: `! would be sent: ${described}; ${doubt}`} : {kind: 'good', text: `✓ would be sent: ${described}`};
}

// Account and position as they are without a resting order, whose shares or money its replacement takes over.
export function without(order, {account, position}) {
  const left = decimal(order.remainingQty ?? order.qty);
  if (!left) return {account, position};
  const held = decimal(position?.brokerQty ?? '0');
  if (held && (order.side === 'sell' ? sign(held) > 0 : sign(held) < 0)) {
    const free = decimal(position.availableQty);
    const all = free && plus(size(free), left);
    return {account, position: all ? {...position, availableQty: text(all, all.scale)} : position};
  }
  const power = plus(decimal(account?.buyingPower), times(left, decimal(order.limitPrice ?? order.stopPrice)));
  return {account: power ? {...account, buyingPower: text(power, power.scale)} : account, position};
}

// What the order adds to the position, or to a new one in the other direction.
function opening(order, position) {
  const qty = decimal(order.qty);
  const held = decimal(position?.brokerQty ?? '0');
  if (!qty || !held) return qty;
  const closes = order.side === 'buy' ? sign(held) < 0 : sign(held) > 0;
  if (!closes) return qty;
  const left = minus(qty, size(held));
  return sign(left) > 0 ? left : ZERO;
}

function beyondPower({order, account, position, cost}) {
  const power = decimal(account?.buyingPower);
  const adds = order.notional ? null : opening(order, position);
  if (!power || !cost || (adds && sign(adds) === 0) || (order.notional && order.side === 'sell')) return null;
  const share = adds && order.qty ? Number(text(adds, 9)) / Number(order.qty) : 1;
  const needed = share === 1 ? cost : decimal((Number(text(cost, 9)) * share).toFixed(4));
  return above(needed, power) ? `it needs about ${dollars(exact(needed))}, the buying power is ${dollars(account.buyingPower)}` : null;
}

// Shares that resting orders hold cannot be sold a second time.
function notFree({order, position}) {
  const qty = decimal(order.qty);
  const held = decimal(position?.brokerQty ?? '0');
  const free = decimal(position?.availableQty);
  const exits = held && (order.side === 'sell' ? sign(held) > 0 : sign(held) < 0);
  if (!qty || !exits || !free) return null;
  return above(qty, size(free)) && !above(qty, size(held)) ? `only ${amount(text(size(free), free.scale))} of ${amount(text(size(held), held.scale))} are available, resting orders hold the rest` : null;
}

function opens({order, position}) {
  const qty = decimal(order.qty);
  const held = decimal(position?.brokerQty ?? '0');
  if (!qty || !held || order.symbol.includes(CRYPTO)) return null;
  const result = order.side === 'buy' ? plus(held, qty) : minus(held, qty);
  const short = order.side === 'sell' && sign(result) < 0;
  const turned = order.side === 'buy' && sign(held) < 0 && sign(result) > 0;
  return short ? `opens a short position of ${amount(text(size(result), result.scale))}` : turned ? `closes the short position and opens a long one of ${amount(text(result, result.scale))}` : null;
}

function far(order, field, name, quote) {
  const price = Number(order[field] ?? NaN);
  const market = Number(quote?.[order.side === 'buy' ? 'ask' : 'bid'] ?? NaN);
  if (!(price > 0) || !(market > 0)) return null;
  const percent = (price / market - 1) * 100;
  const crosses = name === 'limit' && (order.side === 'buy' ? percent > 0 : percent < 0);
  if (Math.abs(percent) <= (crosses ? MAX_AGGRESSIVE_PERCENT : MAX_RESTING_PERCENT)) return null;
  return `${name} is ${Math.abs(percent).toFixed(0)} % ${percent > 0 ? 'above' : 'below'} the ${order.side === 'buy' ? 'ask' : 'bid'}`;
}
