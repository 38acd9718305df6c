// How times, ages and amounts are written.
import {decimal, sign, text} from './decimal.js';
import {prefs} from './prefs.js';

export const words = (name) => String(name ?? '').toLowerCase().replaceAll('_', ' ');

const SMALL = new Set(['utc', 'api']);
export const capital = (name) => {
  const said = words(name);
  return SMALL.has(said) ? said.toUpperCase() : said.charAt(0).toUpperCase() + said.slice(1);
};

export function age(millis) {
  if (millis == null) return 'never';
  const seconds = Math.max(0, Math.round(millis / 1000));
  return seconds < 120 ? `${seconds} s` : seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

const two = (number) => String(number).padStart(2, '0');

// The parts of a moment in the zone that was chosen, in a form that sorts and keeps its width.
function parts(at) {
  const utc = prefs.zone === 'utc';
  const day = utc ? [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()] : [at.getFullYear(), at.getMonth(), at.getDate()];
  const clock = utc ? [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()] : [at.getHours(), at.getMinutes(), at.getSeconds()];
  return {day: `${day[0]}-${two(day[1] + 1)}-${two(day[2])}`, clock: clock.map(two).join(':')};
}

export function time(iso) {
  if (!iso) return '';
  const {day, clock} = parts(new Date(iso));
  return `${day} ${clock}`;
}

// Without the day where it is today.
export function shortTime(iso) {
  if (!iso) return '';
  const {day, clock} = parts(new Date(iso));
  return day === parts(new Date()).day ? clock : `${day.slice(5)} ${clock}`;
}

export const zone = () => (prefs.zone === 'utc' ? 'UTC' : 'local');

const grouped = (plain) => plain.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

// Grouped for the eye; the digits stay as they came.
export const amount = (value) => (value == null ? '–' : grouped(String(value)));

const MAX_PRICE_DIGITS = 4;
const ZEROS = /^-?0\.(0*)/;

// With cents at least; an average may have more digits than anybody reads. Zeros behind the point do not count: a coin
// may cost a thousandth of a cent.
export function price(value) {
  const exact = decimal(value);
  const zeros = ZEROS.exec(value)?.[1].length ?? 0;
  return exact ? grouped(text(exact, Math.min(MAX_PRICE_DIGITS + zeros, Math.max(2, exact.scale)))) : '–';
}

// The size of an amount in cents; one under half a cent with its first two digits, so that it is not shown as nothing.
function sized(value, digits) {
  const size = {...value, units: value.units < 0n ? -value.units : value.units};
  const plain = text(size, digits);
  if (digits < 2 || size.units === 0n || /[1-9]/.test(plain)) return grouped(plain);
  const zeros = size.scale - String(size.units).length;
  return text(size, zeros + 2).replace(/0+$/, '');
}

export function dollars(value, digits = 2) {
  const exact = decimal(value);
  if (!exact) return '–';
  const size = sized(exact, digits);
  return sign(exact) < 0 && /[1-9]/.test(size) ? `−$${size}` : `$${size}`;
}

// With its sign and an arrow, so that gain and loss differ by more than colour.
export function change(value) {
  const exact = decimal(value);
  if (!exact) return {text: '–', kind: ''};
  const plain = sized(exact, 2);
  if (sign(exact) === 0) return {text: '$0.00', kind: ''};
  return sign(exact) > 0 ? {text: `▲ +$${plain}`, kind: 'up'} : {text: `▼ −$${plain}`, kind: 'down'};
}

export function percent(part, whole) {
  const share = Number(part) / Number(whole);
  if (!Number.isFinite(share)) return '';
  const size = Math.abs(share * 100).toFixed(2);
  return Number(size) === 0 ? '0.00 %' : `${share < 0 ? '−' : '+'}${size} %`;
}
