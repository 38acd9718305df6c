// Turns a position round: closes it at the market, and when nothing is held any more, opens the same quantity in the
// other direction. Brokers take no order that would do both at once.
import {ask} from '../base/api.js';

const CHECK_EVERY_MILLIS = 1_000;
const LONGEST_MILLIS = 30_000;

export const reversible = (position) => !position.symbol.includes('/') && position.brokerQty !== '0';

// The order that opens the other direction.
export function opposite(position) {
  const short = position.brokerQty.startsWith('-');
  return {symbol: position.symbol, side: short ? 'buy' : 'sell', qty: position.brokerQty.replace('-', '')};
}

// Closes the position and answers whether nothing is held within the longest time. A position that is missing among
// some that cannot be read may be held.
export async function closedFirst(position, {send = ask, pause = (millis) => new Promise((go) => setTimeout(go, millis)), now = Date.now} = {}) {
  await send('POST', `/positions/${position.symbol.replace('/', '-')}/close`, {});
  const end = now() + LONGEST_MILLIS;
  while (now() < end) {
    await pause(CHECK_EVERY_MILLIS);
    const {positions, unreadable} = await send('GET', '/positions');
    if (!unreadable.length && (positions.find((one) => one.symbol === position.symbol)?.brokerQty ?? '0') === '0') return true;
  }
  return false;
}
