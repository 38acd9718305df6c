// Profit by day, week and month: the round trips that closed on each day in New York, as a calendar.
import {el, button, write} from '../base/dom.js';
import {decimal, plus, text} from '../base/decimal.js';
import {amount, change} from '../base/format.js';

const ZERO = {units: 0n, scale: 0};
const HEADS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Week'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const HEATS = 4;

export const monthOf = (day) => day.slice(0, 7);

// The weeks of a month, each from Monday to Sunday; null for a day of another month.
export function weeks(month) {
  const [year, number] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const lead = (first.getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({length: Math.ceil((lead + days) / 7)}, (_, week) => Array.from({length: 7}, (_, weekday) => {
    const day = week * 7 + weekday - lead + 1;
    return day >= 1 && day <= days ? `${month}-${String(day).padStart(2, '0')}` : null;
  }));
}

// The sum of some days; null where none of them has a round trip, which is not a profit of zero.
export function total(days) {
  const known = days.filter(Boolean);
  return known.length ? {trips: known.reduce((sum, one) => sum + one.trips, 0), profit: text(known.reduce((sum, one) => plus(sum, decimal(one.profit)), ZERO), 2)} : null;
}

// How strong the colour is, by the share of the largest day.
export const heat = (profit, largest) => (Number(profit) === 0 ? 0 : Math.max(1, Math.ceil((Math.abs(Number(profit)) / largest) * HEATS)));

export class Calendar {
  // `pick` gets the day that was clicked.
  constructor(pick) {
    this.pick = pick;
    this.days = new Map();
    this.title = el('h3', {id: 'calendar-head'}, 'Profit by day');
    this.sum = el('span', {class: 'sum'});
    this.body = el('tbody');
    this.months = el('div', {class: 'tabs months', role: 'group', 'aria-label': 'Profit by month'});
    this.said = el('p', {class: 'foot', role: 'status'});
    this.panel = el('section', {class: 'panel', id: 'calendar', 'aria-labelledby': 'calendar-head'},
        el('div', {class: 'bar'}, this.title, this.sum, el('div', {class: 'filters'},
            button('‹', () => this.turn(-1), {'aria-label': 'Month before', id: 'calendar-before'}), button('›', () => this.turn(1), {'aria-label': 'Month after', id: 'calendar-after'}))),
        el('table', {class: 'calendar', 'aria-labelledby': 'calendar-head'}, el('thead', {}, el('tr', {}, ...HEADS.map((head) => el('th', {scope: 'col'}, head)))), this.body),
        this.months, this.said);
  }

  show(days, problem) {
    if (days) {
      this.days = new Map(days.map((one) => [one.day, one]));
      this.month ??= monthOf(days.at(-1)?.day ?? new Date().toISOString());
    }
    if (this.month) this.paint();
    write(this.said, problem ? `Not available: ${problem.message}` : 'Round trips by the day in New York on which they closed, without fees. A click on a day shows its statement.', problem ? 'foot bad-text' : 'foot');
  }

  turn(step) {
    const [year, number] = (this.month ?? monthOf(new Date().toISOString())).split('-').map(Number);
    this.month = new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
    this.paint();
  }

  paint() {
    const [year, number] = this.month.split('-');
    const own = (month) => [...this.days.values()].filter((one) => monthOf(one.day) === month);
    const largest = Math.max(...[...this.days.values()].map((one) => Math.abs(Number(one.profit))), 0);
    const all = total(own(this.month));
    write(this.title, `Profit by day, ${MONTHS[number - 1]} ${year}`);
    write(this.sum, all ? `${change(all.profit).text}, ${amount(all.trips)} round ${all.trips === 1 ? 'trip' : 'trips'}` : 'no round trips');
    this.body.replaceChildren(...weeks(this.month).map((week) => el('tr', {}, ...week.map((day) => this.cell(day, largest)), this.sumOf(week))));
    this.months.replaceChildren(...MONTHS.map((name, i) => this.monthButton(name, `${year}-${String(i + 1).padStart(2, '0')}`, own)));
  }

  monthButton(name, month, own) {
    const sum = total(own(month));
    const way = sum ? change(sum.profit) : {text: '–', kind: ''};
    const node = button(`${name.slice(0, 3)} `, () => { this.month = month; this.paint(); }, {'aria-pressed': String(month === this.month), data: {month}});
    node.append(el('span', {class: way.kind}, way.text));
    return node;
  }

  cell(day, largest) {
    if (!day) return el('td', {class: 'out'});
    const one = this.days.get(day);
    const way = one ? change(one.profit) : null;
    return el('td', {class: one ? `heat-${heat(one.profit, largest)} ${way.kind}-day` : ''},
        button('', () => this.pick(day), {class: 'day', data: {day}, 'aria-label': `${day}: ${one ? `${way.text}, ${one.trips} round ${one.trips === 1 ? 'trip' : 'trips'}` : 'no round trips'}`}),
        el('span', {class: 'date', 'aria-hidden': 'true'}, String(Number(day.slice(8)))), el('span', {class: 'value', 'aria-hidden': 'true'}, way ? way.text.replace(/^[▲▼] /, '') : ''));
  }

  sumOf(week) {
    const sum = total(week.map((day) => day && this.days.get(day)));
    const way = sum ? change(sum.profit) : {text: '–', kind: ''};
    return el('td', {class: `n week ${way.kind}`}, way.text);
  }
}
