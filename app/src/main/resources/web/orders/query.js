// What the order list asks the server for: a tab, or one status of it, and filters.
import {TABS} from './status.js';

export const tabOf = (name) => TABS.find((tab) => tab.name === name) ?? TABS[0];

export function queryOf({tab, status, symbol, strategy, side}) {
  return {status: status || tab.query, ...(symbol && {symbol}), ...(strategy && {strategy}), ...(side && {side})};
}
