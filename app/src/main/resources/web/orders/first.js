// The first orders of the trade view, requested while the modules that draw them are still being loaded.
import {ask} from '../base/api.js';
import {address} from '../shell/address.js';
import {filtersOf, queryOf} from './query.js';

const FIRST_ORDERS = 100;

// Returns a promise of {query, orders}, or of null: in another view, in a hidden tab, and if they cannot be loaded.
export async function firstOrders() {
  const {view, params} = address();
  if ((view && view !== 'trade') || document.hidden) return null;
  const query = queryOf(filtersOf(params));
  try {
    return {query, orders: (await ask('GET', `/orders?${new URLSearchParams({...query, limit: FIRST_ORDERS})}`)).orders};
  } catch { return null; }
}

export const first = firstOrders();
