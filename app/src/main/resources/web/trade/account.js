// The account's value and buying power. What cannot be fetched again stays, with its time.
import {$, el, write} from '../base/dom.js';
import {change, dollars, percent, shortTime} from '../base/format.js';
import {decimal, exact, minus} from '../base/decimal.js';

const figure = (name, value, kind = '', more = '') => el('div', {}, el('dt', {}, name), el('dd', {class: kind}, value, more ? el('small', {}, ` ${more}`) : null));

export class Account {
  // Today's profit as text, for the title.
  get today() { return this.way?.text ?? ''; }

  show(account, problem) {
    if (account) {
      this.account = account;
      this.at = new Date().toISOString();
    }
    $('account').classList.toggle('kept', !account && Boolean(this.account));
    if (!this.account) {
      $('account').replaceChildren(figure('Account', problem ? `not available: ${problem.message}` : 'asking', problem ? 'bad-text' : ''));
      return;
    }
    const known = this.account;
    const day = exact(minus(decimal(known.equity), decimal(known.lastEquity)));
    this.way = change(day);
    write($('today'), this.way.text, this.way.kind);
    $('account').replaceChildren(
        figure('Equity', dollars(known.equity)),
        figure('Today', this.way.text, this.way.kind, day ? percent(day, known.lastEquity) : ''),
        figure('Buying power', dollars(known.buyingPower)),
        figure('Cash', dollars(known.cash)),
        figure('Account', known.tradingBlocked ? 'blocked' : known.status.toLowerCase(), known.tradingBlocked ? 'bad-text' : '', (known.restrictions ?? []).join(' ')),
        ...(account ? [] : [figure(`As of ${shortTime(this.at)}`, 'not available', 'bad-text', problem?.message)]));
  }
}
