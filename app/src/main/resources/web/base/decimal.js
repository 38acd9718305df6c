// Exact decimals for sums in dollars: a number would lose digits.
const FORM = /^-?\d+(\.\d+)?$/;

export function decimal(text) {
  const plain = String(text ?? '').trim();
  if (!FORM.test(plain)) return null;
  const [whole, part = ''] = plain.split('.');
  return {units: BigInt(whole + part), scale: part.length};
}

export const times = (a, b) => a && b && {units: a.units * b.units, scale: a.scale + b.scale};

const raised = (a, scale) => a.units * 10n ** BigInt(scale - a.scale);

export function plus(a, b) {
  if (!a || !b) return null;
  const scale = Math.max(a.scale, b.scale);
  return {units: raised(a, scale) + raised(b, scale), scale};
}

export const minus = (a, b) => b && plus(a, {units: -b.units, scale: b.scale});

// The quotient with this number of digits after the point, rounded towards zero; null for a division by zero.
export function divided(a, b, digits) {
  if (!a || !b || b.units === 0n) return null;
  return {units: (a.units * 10n ** BigInt(digits + b.scale)) / (b.units * 10n ** BigInt(a.scale)), scale: digits};
}

export const sign = (a) => (a.units > 0n ? 1 : a.units < 0n ? -1 : 0);

// All of its digits.
export const exact = (a) => (a ? text(a, a.scale) : null);

// With so many digits after the point, halves away from zero.
export function text(a, digits) {
  if (!a) return null;
  let units = a.units;
  if (a.scale > digits) {
    const step = 10n ** BigInt(a.scale - digits);
    const half = (units < 0n ? -step : step) / 2n;
    units = (units + half) / step;
  } else {
    units = raised(a, digits);
  }
  const minusSign = units < 0n ? '-' : '';
  const all = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  return minusSign + (digits ? `${all.slice(0, -digits)}.${all.slice(-digits)}` : all);
}
