// Quantities by a share of what is held or of the buying power, and by the loss at a stop; always rounded down.
import {decimal, divided, minus, sign, text, times} from '../base/decimal.js';
import {plainNumber} from '../base/number.js';

const CRYPTO_DIGITS = 9;
const ZERO = decimal('0');

const size = (a) => (a && sign(a) < 0 ? minus(ZERO, a) : a);
const digitsOf = (symbol) => (symbol.includes('/') ? CRYPTO_DIGITS : 0);

// Without zeros behind the point; null for nothing.
function plain(a) {
  if (!a || sign(a) <= 0) return null;
  const written = text(a, a.scale);
  return written.includes('.') ? written.replace(/\.?0+$/, '') : written;
}

// Down to whole shares, or null for none.
export const wholeShares = (qty) => plain(divided(decimal(qty), decimal('1'), 0));

// Rounded down to what can be traded: whole shares, or the digits of a coin.
const tradable = (a, symbol) => plain(divided(a, decimal('1'), digitsOf(symbol)));

// The part of a position that a percentage is. All of it keeps its fractions.
export function portion(held, percent, symbol) {
  const all = size(decimal(held));
  return percent === '100' ? plain(all) : all && tradable(times(all, divided(decimal(percent), decimal('100'), 4)), symbol);
}

// Half of what is held. What stays of shares is whole, because a stop protects whole shares only.
export function half(one) {
  const held = one.brokerQty.replace('-', '');
  if (one.symbol.includes('/')) return portion(held, '50', one.symbol);
  return plain(minus(decimal(held), decimal(portion(held, '50', one.symbol) ?? '0')));
}

// A quantity as it is typed, or a percentage of what is held; null for neither, for nothing, and for more than is held.
export function typedPart(one, typed) {
  const held = one.brokerQty.replace('-', '');
  if (!typed.trim().endsWith('%')) {
    const qty = decimal(plainNumber(typed));
    return qty && sign(qty) > 0 && sign(minus(decimal(held), qty)) >= 0 ? plainNumber(typed) : null;
  }
  const percent = plainNumber(typed, '%');
  return percent && Number(percent) > 0 && Number(percent) <= 100 ? portion(held, Number(percent) === 100 ? '100' : percent, one.symbol) : null;
}

// Whether an order of this side would reduce what is held.
export function reduces(side, position) {
  const held = decimal(position?.brokerQty ?? '0');
  return Boolean(held) && (side === 'sell' ? sign(held) > 0 : sign(held) < 0);
}

// The quantity of a percentage: of the position where the order reduces it, else of the buying power at the price.
export function bySize({side, symbol, position, power, price}, percent) {
  if (reduces(side, position)) return portion(position.brokerQty, percent, symbol);
  const dollars = decimal(power);
  return tradable(divided(dollars && times(dollars, divided(decimal(percent), decimal('100'), 4)), decimal(price), CRYPTO_DIGITS), symbol);
}

// The quantity that loses `risk` dollars between the entry and the stop; null if the stop is on the wrong side.
export function byRisk({side, symbol, risk, entry, stop}) {
  const from = decimal(entry);
  const to = decimal(stop);
  const loss = from && to && (side === 'buy' ? minus(from, to) : minus(to, from));
  return loss && sign(loss) > 0 ? tradable(divided(decimal(risk), loss, CRYPTO_DIGITS), symbol) : null;
}
