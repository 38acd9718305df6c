// The statuses of orders: which tab they stand in, and a sign for each, so that no colour has to be seen.
import {words} from '../base/format.js';

const CLOSED = new Set(['filled', 'canceled', 'expired', 'replaced', 'rejected', 'denied', 'never_accepted']);
const SIGNS = {
  pending_submit: '…', unknown: '?', denied: '✕', waiting: '◷', held: '◷', accepted: '○', new: '●', partially_filled: '◐',
  done_for_day: '☾', suspended: 'Ⅱ', pending_cancel: '…', pending_replace: '…', filled: '✓', canceled: '–', expired: '–',
  replaced: '⇄', rejected: '✕', never_accepted: '✕',
};

export const STATUSES = Object.keys(SIGNS);
export const isClosed = (status) => CLOSED.has(status);
export const isUnresolved = (status) => status === 'unknown' || status === 'pending_submit';
export const isTrouble = (status) => status === 'unknown' || status === 'rejected' || status === 'denied' || status === 'never_accepted';
export const shown = (status) => `${SIGNS[status] ?? '·'} ${words(status)}`;

const tab = (name, label, query, has, count) => ({name, label, query, has, count});

export const TABS = [
  tab('open', 'Open', 'open,unresolved,waiting', (s) => !CLOSED.has(s), (c) => c.open + c.unknown),
  tab('filled', 'Filled', 'filled', (s) => s === 'filled', (c) => c.filled),
  tab('canceled', 'Canceled', 'canceled,expired,replaced', (s) => s === 'canceled' || s === 'expired' || s === 'replaced', (c) => c.canceled),
  tab('rejected', 'Rejected', 'rejected,denied,never_accepted', (s) => s === 'rejected' || s === 'denied' || s === 'never_accepted', (c) => c.rejected + c.denied),
  tab('unknown', 'Unknown', 'unresolved', isUnresolved, (c) => c.unknown),
  tab('all', 'All', 'all', () => true, (c) => c.open + c.unknown + c.filled + c.canceled + c.rejected + c.denied),
];

export function described(order) {
  const price = order.limitPrice && order.stopPrice ? `${order.stopPrice} / ${order.limitPrice}`
      : order.limitPrice ?? order.stopPrice ?? (order.trailPercent ? `${order.trailPercent} %` : order.trailPrice) ?? '';
  return `${words(order.type)} ${price} ${order.timeInForce}`.replace('  ', ' ');
}

export const quantity = (order) => order.qty ?? `$${order.notional}`;
