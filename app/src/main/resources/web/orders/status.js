// The statuses of orders: which tab they stand in, and a sign for each, so that no colour has to be seen.
import {words} from '../base/format.js';

const CLOSED = new Set(['FILLED', 'CANCELED', 'EXPIRED', 'REPLACED', 'REJECTED', 'DENIED', 'NEVER_ACCEPTED']);
const SIGNS = {
  PENDING_SUBMIT: '…', UNKNOWN: '?', DENIED: '✕', WAITING: '◷', HELD: '◷', ACCEPTED: '○', NEW: '●', PARTIALLY_FILLED: '◐',
  DONE_FOR_DAY: '☾', SUSPENDED: 'Ⅱ', PENDING_CANCEL: '…', PENDING_REPLACE: '…', FILLED: '✓', CANCELED: '–', EXPIRED: '–',
  REPLACED: '⇄', REJECTED: '✕', NEVER_ACCEPTED: '✕',
};

export const STATUSES = Object.keys(SIGNS);
export const isClosed = (status) => CLOSED.has(status);
export const isUnresolved = (status) => status === 'UNKNOWN' || status === 'PENDING_SUBMIT';
export const isTrouble = (status) => status === 'UNKNOWN' || status === 'REJECTED' || status === 'DENIED' || status === 'NEVER_ACCEPTED';
export const shown = (status) => `${SIGNS[status] ?? '·'} ${words(status)}`;

const tab = (name, label, query, has, count) => ({name, label, query, has, count});

export const TABS = [
  tab('open', 'Open', 'open,unresolved,waiting', (s) => !CLOSED.has(s), (c) => c.open + c.unknown),
  tab('filled', 'Filled', 'filled', (s) => s === 'FILLED', (c) => c.filled),
  tab('canceled', 'Canceled', 'canceled,expired,replaced', (s) => s === 'CANCELED' || s === 'EXPIRED' || s === 'REPLACED', (c) => c.canceled),
  tab('rejected', 'Rejected', 'rejected,denied,never_accepted', (s) => s === 'REJECTED' || s === 'DENIED' || s === 'NEVER_ACCEPTED', (c) => c.rejected),
  tab('unknown', 'Unknown', 'unresolved', isUnresolved, (c) => c.unknown),
  tab('all', 'All', 'all', () => true, (c) => c.open + c.unknown + c.filled + c.canceled + c.rejected),
];

export function described(order) {
  const price = order.limitPrice && order.stopPrice ? `${order.stopPrice} / ${order.limitPrice}`
      : order.limitPrice ?? order.stopPrice ?? (order.trailPercent ? `${order.trailPercent} %` : order.trailPrice) ?? '';
  return `${words(order.type)} ${price} ${order.timeInForce}`.replace('  ', ' ');
}

export const quantity = (order) => order.qty ?? `$${order.notional}`;
