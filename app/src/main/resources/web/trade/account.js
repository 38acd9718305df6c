// What the account is worth and may spend.
import {$, el} from '../base/dom.js';
import {change, dollars, percent} from '../base/format.js';
import {decimal, minus, text} from '../base/decimal.js';

const figure = (name, value, kind = '', more = '') => el('div', {}, el('dt', {}, name), el('dd', {class: kind}, value, more ? el('small', {}, ` ${more}`) : null));

export function showAccount(account, problem) {
  if (!account) {
    $('account').replaceChildren(figure('Account', problem ? `not available: ${problem.message}` : 'asking', problem ? 'bad-text' : ''));
    return;
  }
  const day = text(minus(decimal(account.equity), decimal(account.lastEquity)), 2);
  const way = change(day);
  $('account').replaceChildren(
      figure('Equity', dollars(account.equity)),
      figure('Today', way.text, way.kind, day ? percent(day, account.lastEquity) : ''),
      figure('Buying power', dollars(account.buyingPower)),
      figure('Cash', dollars(account.cash)),
      figure('Account', account.tradingBlocked ? 'blocked' : account.status.toLowerCase(), account.tradingBlocked ? 'bad-text' : '', (account.restrictions ?? []).join(' ')));
}
