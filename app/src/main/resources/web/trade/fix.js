// What would make a refused order acceptable, as a button: the first denial that has such a thing decides.
import {bySize, wholeShares} from './sizing.js';

const LIMITS = new Set(['order_value', 'order_quantity', 'open_orders', 'position_value', 'daily_loss', 'price_collar', 'duplicate_order', 'order_rate', 'symbol_not_allowed', 'symbol_denied', 'wash_trade', 'capital_budget', 'on_margin']);
// Only what a person has asked for is ended by Resume; the denial names the source of the restriction.
const OPERATOR = 'operator';
const TRADABLE = /^([\d.]+)(?: or ([\d.]+))?$/;
const PRICES = new Set(['limitPrice', 'stopPrice', 'takeProfit', 'stopLoss', 'stopLossLimit']);
const PAIR = /^([A-Z]+\/[A-Z]+), with the slash$/;

const WAYS = {
  symbol_unknown: ({expected}) => { const pair = PAIR.exec(expected ?? '')?.[1]; return pair && {text: `Use ${pair}`, put: {symbol: pair}}; },
  fractional_quantity: ({expected}, order) => {
    const qty = wholeShares(order.qty);
    return qty ? {text: `Use ${qty}`, put: {qty}} : expected?.includes('timeInForce day') ? {text: 'For the day only', put: {timeInForce: 'day'}} : null;
  },
  not_fractionable: (denial, order) => WAYS.fractional_quantity(denial, order),
  trading_halted: ({field}) => (field === OPERATOR ? {text: 'Resume…', act: 'resume'} : null),
  trading_reducing: (denial) => WAYS.trading_halted(denial),
  // The tradable price that is no worse: below for a buyer, above for a seller.
  price_increment: ({field, expected}, {side}) => {
    const prices = TRADABLE.exec(expected ?? '')?.slice(1).filter(Boolean);
    const price = prices?.at(side === 'buy' ? 0 : -1);
    return price && PRICES.has(field) ? {text: `Use ${price}`, put: {[field]: price}} : null;
  },
  time_in_force: () => ({text: 'Use the usual time in force', put: {timeInForce: ''}}),
  strategy_paused: () => ({text: 'Show the strategy', go: '#strategies'}),
  trading_hours: () => ({text: 'Regular hours only', put: {tradingHours: false}}),
};

// `known` has position, account, price and whether the buying power is exceeded.
export function fixOf({check, order, position, account, price, exceeded}) {
  for (const denial of check?.denials ?? []) {
    const fix = WAYS[denial.code]?.(denial, order) ?? (LIMITS.has(denial.code) ? {text: 'Show the limits', go: denial.strategy ? '#strategies' : '#risk'} : null);
    if (fix) return fix;
  }
  if (!exceeded || check?.denials?.length) return null;
  const qty = order.qty && bySize({side: order.side, symbol: order.symbol, position, power: account?.buyingPower, price}, '100');
  return qty && qty !== order.qty ? {text: `Use ${qty}`, put: {qty}} : null;
}
