// What the order list asks the server for: a tab, or one status of it, and filters.
import {STATUSES, TABS} from './status.js';

const SIDES = ['buy', 'sell'];

export const tabOf = (name) => TABS.find((tab) => tab.name === name) ?? TABS[0];

// The filters that the address names, without a side or a status that does not exist in its tab.
export function filtersOf(params) {
  const tab = tabOf(params.get('tab'));
  const named = (name, known) => (known(params.get(name)) ? params.get(name) : '');
  return {
    tab, symbol: (params.get('symbol') ?? '').toUpperCase(), strategy: params.get('strategy') ?? '',
    side: named('side', (side) => SIDES.includes(side)), status: named('status', (status) => STATUSES.includes(status) && tab.has(status)),
  };
}

// What the address names and the list does not know, emptied: the address must not name a filter that does not filter.
export function misspelled(params) {
  const {tab, ...filters} = filtersOf(params);
  const known = {tab: tab.name, side: filters.side, status: filters.status};
  return Object.fromEntries(Object.entries(known).filter(([name, value]) => params.get(name) && params.get(name) !== value).map(([name]) => [name, '']));
}

export function queryOf({tab, status, symbol, strategy, side}) {
  return {status: status || tab.query, ...(symbol && {symbol}), ...(strategy && {strategy}), ...(side && {side})};
}
