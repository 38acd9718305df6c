// Strategies: what each has open, holds and has brought, its pause, and the way out of its positions.
import {$, el, button, keyed, nothing, table, write} from '../base/dom.js';
import {amount, change, dollars, words} from '../base/format.js';
import {ask} from '../base/api.js';
import {attempt, sure} from '../base/dialog.js';
import {note} from '../base/notes.js';
import {setAddress} from '../shell/address.js';

const HEADS = ['Strategy', 'State', '#Open orders', 'Holds', '#Exposure', '#Today', '#Realized', '#Unrealized', 'Acts'];

export class Strategies {
  // `filter` lists the orders of a strategy, `arming` answers whether real money may be risked, `changed` is
  // called after a close or a pause.
  constructor({filter, arming, changed}) {
    Object.assign(this, {filter, arming, changed});
    this.body = el('tbody');
    this.table = table('Strategies', HEADS, this.body);
    this.panes = {positions: $('positions'), strategies: $('strategies')};
    for (const tab of $('panes').children) tab.addEventListener('click', () => setAddress({pane: tab.dataset.pane === 'positions' ? '' : tab.dataset.pane}));
  }

  // Positions or strategies, by the address.
  address(params) {
    const chosen = params.get('pane') === 'strategies' ? 'strategies' : 'positions';
    for (const tab of $('panes').children) tab.setAttribute('aria-pressed', String(tab.dataset.pane === chosen));
    for (const [name, pane] of Object.entries(this.panes)) pane.hidden = name !== chosen;
    $('positions-sum').hidden = chosen !== 'positions';
  }

  show(answer, problem) {
    $('strategies').classList.toggle('kept', !answer && Boolean(this.known));
    if (!answer) { if (!this.known) $('strategies').replaceChildren(nothing(`Not available: ${problem.message}`, 'bad-text')); return; }
    this.known = answer.strategies;
    const names = this.known.map((one) => one.strategy);
    write($('panes').querySelector('.count'), names.length ? ` ${names.length}` : '');
    keyed($('strategy-names'), names, (name) => name, (name) => el('option', {value: name}));
    this.filter.names(names);
    if (!names.length) { $('strategies').replaceChildren(nothing('No strategies. Name one in the ticket, or submit with --strategy.')); return; }
    keyed(this.body, this.known, (one) => one.strategy, (one) => this.line(one));
    if (this.table.parentNode !== $('strategies')) $('strategies').replaceChildren(this.table);
  }

  line(one) {
    const realized = change(one.realized);
    const open = change(one.unrealized);
    const today = change(one.realizedToday);
    const paused = one.state !== 'active';
    const held = one.symbols.filter((symbol) => symbol.openQty !== '0');
    return el('tr', {},
        el('th', {scope: 'row'}, button(one.strategy, () => this.filter.choose(one.strategy), {class: 'link', title: 'Its orders', data: {act: 'orders'}})),
        el('td', {class: paused ? 'warn-text' : '', title: (one.restrictions ?? []).map((pause) => `${pause.who}: ${pause.why}`).join('; ')}, paused ? '❚❚ paused' : '● active'),
        el('td', {class: 'n'}, String(one.openOrders)),
        el('td', {}, held.map((symbol) => `${symbol.symbol} ${amount(symbol.openQty)}`).join(', ') || '–'),
        el('td', {class: 'n'}, one.exposure == null ? 'unknown' : dollars(one.exposure)), el('td', {class: `n ${today.kind}`}, today.text),
        el('td', {class: `n ${realized.kind}`}, realized.text), el('td', {class: `n ${open.kind}`}, open.text),
        el('td', {class: 'acts'}, paused ? button('Resume', () => this.resume(one.strategy), {'aria-label': `Resume ${one.strategy}`, data: {act: 'pause'}}) : button('Pause', () => this.pause(one.strategy), {'aria-label': `Pause ${one.strategy}`, data: {act: 'pause'}}),
            held.length ? button('Close', () => this.close(one.strategy, held), {'aria-label': `Close the positions of ${one.strategy}`, data: {act: 'close'}}) : null));
  }

  async pause(strategy) {
    const reason = await sure(`Pause ${strategy}?`, 'Its orders that open or increase a position are denied until it is resumed. Its open orders keep working; other strategies go on.', 'Pause', 'Reason');
    if (reason && await attempt(() => ask('POST', `/strategies/${encodeURIComponent(strategy)}/pause`, {reason}))) this.told(`${strategy} is paused`);
  }

  async resume(strategy) {
    if (!(await this.arming.require())) return;
    const reason = await sure(`Resume ${strategy}?`, 'Its orders are sent again, within the limits.', 'Resume', 'Reason');
    if (reason && await attempt(() => ask('POST', `/strategies/${encodeURIComponent(strategy)}/resume`, {reason}))) this.told(`${strategy} is resumed`);
  }

  told(text) {
    note(text);
    this.changed();
  }

  // Only what the strategy's own orders hold.
  async close(strategy, held) {
    const what = held.map((one) => `${amount(one.openQty)} ${one.symbol}`).join(', ');
    if (!(await sure(`Close the positions of ${strategy}?`, `At the market: ${what}. Positions of other strategies stay.`, 'Close'))) return;
    for (const one of held) {
      const answer = await attempt(() => ask('POST', `/positions/${one.symbol.replace('/', '-')}/close`, {strategy}));
      if (answer) note(`${one.symbol} of ${strategy}: ${words(answer.result)} ${answer.text ?? ''}`);
    }
    this.changed();
  }
}
