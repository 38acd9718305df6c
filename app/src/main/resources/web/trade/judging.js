// The verdict on an order that is not the one in the ticket: a replacement, or a close at a limit. Its price is compared
// with the market of its own instrument.
import {ask} from '../base/api.js';
import {cost} from './estimate.js';
import {judge, judgeClose, without} from './verdict.js';

export class Judging {
  // `known` answers account, positions, and the quote of the ticket.
  constructor(known, send = ask) {
    this.known = known;
    this.send = send;
  }

  // What would become of `order`, to which `changes` turn the order `replaced`.
  replacement = async (order, replaced, changes) => {
    try {
      const [check, quote] = await Promise.all([this.send('POST', `/orders/${replaced.id}/preview`, changes), this.quote(order.symbol)]);
      const {account, position} = without(replaced, this.held(order.symbol));
      return compared(judge({order, check, account, position, quote, cost: cost(order, {price: (side) => quote?.[side === 'buy' ? 'ask' : 'bid'] ?? null})}), quote);
    } catch (problem) { return {kind: 'warn', text: `! not checked: ${problem.message}`}; }
  };

  // No limit and no resting order holds back a close, so only its price can be doubted.
  close = async (order) => {
    const quote = await this.quote(order.symbol);
    return compared(judgeClose({order, quote}), quote);
  };

  held(symbol) {
    const {account, positions} = this.known();
    return {account, position: positions?.find((one) => one.symbol === symbol)};
  }

  async quote(symbol) {
    const {quote} = this.known();
    if (quote.symbol === symbol && quote.now) return quote.now;
    try { return await this.send('GET', `/quotes?${new URLSearchParams({symbol})}`); } catch { return null; }
  }
}

// A price that could not be compared is not called good.
const compared = (verdict, quote) => (quote || verdict.kind === 'bad' ? verdict : {...verdict, kind: 'warn', text: `${verdict.text.replace('✓', '!')}; no quote to compare the price with`});
