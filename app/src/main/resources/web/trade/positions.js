// What is held: local and at the broker, what it is worth, and the ways out.
import {$, el, button, keyed, nothing, table, write} from '../base/dom.js';
import {amount, change, dollars, price, shortTime} from '../base/format.js';
import {saveCsv} from '../base/csv.js';
import {ColumnChoice, named} from '../base/columnchoice.js';
import {closeAll, closePosition} from './close.js';
import {reversible} from './reverse.js';
import {decimal, exact, plus} from '../base/decimal.js';

const EXPORTED = ['symbol', 'brokerQty', 'localQty', 'availableQty', 'avgEntryPrice', 'lastPrice', 'marketValue', 'unrealized', 'dayChange', 'reconciled'];
const HEADS = ['Symbol', '#Quantity', '#Avg price', '#Last', '#Market value', '#Unrealized', '#Today', '#Available', 'Reconciled', 'Close or protect'];

export class Positions {
  // `begin` prepares the ticket for a position, `exit` a stop or a target of it, `reverse` turns it round, `judged` answers
  // the verdict on a close at a limit, `changed` is called after a close.
  constructor({begin, exit, reverse, judged, changed}) {
    Object.assign(this, {begin, exit, reverse, judged, changed});
    this.held = [];
    this.others = [];
    this.body = el('tbody');
    this.closing = button('Close all', () => this.closeAll(), {id: 'close-all', title: 'All positions at the market; trading goes on', hidden: true});
    this.exporting = button('Export CSV', () => saveCsv('lockstep-positions', EXPORTED, this.held), {id: 'positions-export', hidden: true});
    this.columns = new ColumnChoice('positions', named(HEADS, 'Symbol', 'Close or protect'), () => this.columns.rows(this.table));
    $('positions-sum').after(el('div', {class: 'filters'}, this.columns.button, this.exporting, this.closing));
    this.columns.begin();
    this.table = table('Positions', HEADS, this.body);
    this.columns.rows(this.table);
  }

  show(answer, problem) {
    $('holdings').classList.toggle('kept', !answer && Boolean(this.at));
    if (!answer) { this.missing(problem); return; }
    this.at = new Date().toISOString();
    const held = answer.positions.filter((one) => one.brokerQty !== '0' || one.localQty !== '0');
    const unreadable = answer.unreadable ?? [];
    this.held = held;
    this.others = unreadable;
    this.exporting.hidden = !held.length;
    this.closing.hidden = !held.some((one) => one.brokerQty !== '0');
    if (!held.length && !unreadable.length) { $('positions').replaceChildren(nothing('No positions.')); write($('positions-sum'), ''); return; }
    const rows = [...held, ...unreadable.map((item, at) => ({symbol: `${at} ${item.symbol || item.brokerId}`, item}))];
    keyed(this.body, rows, (one) => one.symbol, (one) => one.item ? this.unreadable(one.item) : this.columns.row(this.line(one)));
    if (this.table.parentNode !== $('positions')) $('positions').replaceChildren(this.table);
    this.sum(held, unreadable.length);
  }

  // The last known values stay, with their time.
  missing(problem) {
    if (!this.at) $('positions').replaceChildren(nothing(`Not available: ${problem.message}`, 'bad-text'));
    write($('positions-sum'), this.at ? `as of ${shortTime(this.at)}; not available: ${problem.message}` : '');
  }

  // What is held and cannot be read here: shown with its raw text, and left as it is.
  unreadable(item) {
    return el('tr', {class: 'unreadable'},
        el('th', {scope: 'row'}, item.symbol || item.brokerId || 'no name'),
        el('td', {class: 'n'}, item.qty || '–'),
        el('td', {class: 'bad-text', colspan: String(HEADS.length - 2)},
            el('details', {}, el('summary', {}, item.text), el('code', {}, item.raw))));
  }

  sum(held, unreadable) {
    const all = (name) => held.map((one) => decimal(one[name])).reduce((sum, value) => (sum && value ? plus(sum, value) : null), {units: 0n, scale: 0});
    const value = all('marketValue');
    const open = all('unrealized');
    const rest = unreadable ? `, incomplete: ${unreadable} unreadable` : '';
    write($('positions-sum'), (value ? `${held.length} held, worth ${dollars(exact(value))}${open ? `, unrealized ${change(exact(open)).text}` : ''}` : `${held.length} held`) + rest);
  }

  line(one) {
    const symbol = one.symbol;
    const short = one.brokerQty.startsWith('-');
    const open = change(one.unrealized);
    const day = change(one.dayChange);
    return el('tr', {},
        el('th', {scope: 'row'}, button(symbol, () => this.begin(symbol, short ? 'buy' : 'sell', one.brokerQty.replace('-', '')), {class: 'link', title: short ? 'Ticket: buy to close' : 'Ticket: sell to close', data: {act: 'ticket'}})),
        el('td', {class: 'n'}, amount(one.brokerQty)),
        el('td', {class: 'n'}, price(one.avgEntryPrice)),
        el('td', {class: 'n'}, price(one.lastPrice)),
        el('td', {class: 'n'}, dollars(one.marketValue)),
        el('td', {class: `n ${open.kind}`}, open.text),
        el('td', {class: `n ${day.kind}`}, day.text),
        el('td', {class: 'n'}, amount(one.availableQty ?? null)),
        el('td', {class: one.reconciled ? 'good-text' : 'bad-text'}, (one.feePending ? '✓ fee not booked yet' : one.reconciled ? '✓ yes' : `✕ local ${one.localQty}`) + (one.adjustedQty === '0' ? '' : ` (adjusted ${one.adjustedQty})`)),
        el('td', {class: 'acts'},
            button('All', () => this.close(one, 'all'), {'aria-label': `Close ${symbol}`, data: {act: 'all'}}),
            button('Half', () => this.close(one, 'half'), {'aria-label': `Close half of ${symbol}`, data: {act: 'half'}}),
            ...this.exits(one)));
  }

  // Exits are written in the ticket, which checks them before they are sent.
  exits(one) {
    const qty = one.brokerQty.replace('-', '');
    const side = one.brokerQty.startsWith('-') ? 'buy' : 'sell';
    if (qty === '0') return [];
    const exits = [['Stop', 'stop'], ['Target', 'limit']].map(([text, type]) => button(text, () => this.exit(one.symbol, side, qty, type),
        {'aria-label': `${text} for ${one.symbol}`, title: `Ticket: ${text === 'Stop' ? 'a stop' : 'a limit'} that closes the position`, data: {act: text.toLowerCase()}}));
    if (reversible(one)) exits.push(button('Reverse', () => this.reverse(one), {'aria-label': `Reverse ${one.symbol}`, title: 'Close it, then open the same quantity in the other direction', data: {act: 'reverse'}}));
    return exits;
  }

  closeAll = async () => { if (await closeAll(this.held, this.others)) this.changed(); };

  async close(one, part) {
    if (await closePosition(one, part, this.judged)) this.changed();
  }
}
