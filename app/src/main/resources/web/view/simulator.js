// Steers the simulated exchange: its prices, its clock, and what goes wrong at it.
import {el, button, keyed, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {attempt} from '../base/dialog.js';
import {note} from '../base/notes.js';
import {time} from '../base/format.js';
import {Question} from '../base/question.js';
import {PRESETS} from './presets.js';

const EVERY_MILLIS = 3_000;

export class Simulator {
  constructor(box) {
    this.clock = el('dl', {class: 'terms'});
    this.rules = el('tbody');
    this.rulesSaid = el('p', {class: 'empty'});
    this.said = el('p', {class: 'empty bad-text', role: 'status', hidden: true});
    this.plan = el('textarea', {id: 'plan', rows: 7, spellcheck: false, 'aria-describedby': 'plan-said'});
    this.planSaid = el('p', {id: 'plan-said', class: 'field-error', role: 'status'});
    box.append(el('h2', {id: 'simulator-head', class: 'unseen', tabindex: -1}, 'Simulator'), this.said,
        el('div', {class: 'columns narrow-left'},
            el('div', {class: 'stack'}, this.prices(), this.times()),
            el('section', {class: 'panel', 'aria-labelledby': 'faults-head'},
                el('div', {class: 'bar'}, el('h3', {id: 'faults-head'}, 'Faults'), el('div', {class: 'filters'}, button('Remove all', () => this.clear(), {id: 'faults-clear'}))),
                el('p', {class: 'sub'}, 'Inject a fault, send an order, and see it resolved on the Trade view.'),
                el('div', {class: 'presets'}, ...PRESETS.map((preset) => el('button', {type: 'button', class: 'preset', data: {preset: preset.name}, onclick: () => this.arm(preset.plan, preset.label)}, el('strong', {}, preset.label), el('span', {class: 'sub'}, preset.means)))),
                el('h3', {class: 'inner'}, 'In force'), this.rulesSaid,
                el('div', {class: 'scroll low', tabindex: 0, role: 'region', 'aria-label': 'Faults in force'}, el('table', {}, el('caption', {class: 'unseen'}, 'Faults in force'),
                    el('thead', {}, el('tr', {}, ...['Where', 'Fault', 'Strikes', '#Matched', '#Struck'].map((head) => el('th', {scope: 'col', class: head.startsWith('#') ? 'n' : ''}, head.replace('#', ''))))), this.rules)),
                el('details', {}, el('summary', {}, 'Custom plan'), el('label', {for: 'plan', class: 'sub'}, 'The plan as JSON, as docs/simulator.md describes it'), this.plan, this.planSaid,
                    el('div', {class: 'acts'}, button('Apply', () => this.own(), {id: 'plan-arm'}))))));
    this.question = new Question(() => ask('GET', '/simulator'), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
  }

  prices() {
    const symbol = el('input', {name: 'symbol', required: true, maxlength: 24, spellcheck: false, class: 'upper'});
    const price = el('input', {name: 'price', inputmode: 'decimal', required: true});
    return el('section', {class: 'panel', 'aria-labelledby': 'price-head'}, el('div', {class: 'bar'}, el('h3', {id: 'price-head'}, 'Price')),
        el('form', {class: 'line-form', id: 'price-form', onsubmit: (event) => { event.preventDefault(); this.setPrice(symbol.value, price.value); }},
            el('label', {}, 'Symbol ', symbol), el('label', {}, 'Price ', price), el('button', {type: 'submit', class: 'main'}, 'Set')),
        el('p', {class: 'sub'}, 'Orders resting at that price fill at once.'));
  }

  times() {
    const at = el('input', {name: 'time', placeholder: '2026-01-05T14:30:00Z', spellcheck: false});
    const speed = el('input', {name: 'speed', inputmode: 'decimal', placeholder: '1'});
    return el('section', {class: 'panel', 'aria-labelledby': 'clock-head'}, el('div', {class: 'bar'}, el('h3', {id: 'clock-head'}, 'Clock')), this.clock,
        el('form', {class: 'line-form', id: 'clock-form', onsubmit: (event) => { event.preventDefault(); this.steer(at.value, speed.value); }},
            el('label', {}, 'Forward to ', at), el('label', {}, 'Speed ', speed), el('button', {type: 'submit', class: 'main'}, 'Set')));
  }

  enter() { this.question.begin(); }
  leave() { this.question.end(); }
  again() { this.question.ask(); }

  show(answer, problem) {
    write(this.said, problem ? (problem.status === 404 ? 'The broker is not a simulator.' : `Not available: ${problem.message}`) : '');
    this.said.hidden = !problem;
    if (!answer) return;
    const clock = answer.clock ?? {};
    this.clock.replaceChildren(...[['Exchange time', time(clock.time ?? clock.timestamp) || 'unknown'], ['Market', (clock.open ?? clock.is_open) ? 'open' : 'closed'], ['Speed', clock.speed ?? 'unknown']]
        .flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))]));
    this.showFaults(answer.faults ?? {});
  }

  showFaults(faults) {
    const rules = (faults.rules ?? []).map((rule, i) => ({...rule, i}));
    for (const [name, where] of [['halted', 'trading in it is halted'], ['stuck_cancels', 'cancels are never confirmed'], ['rejected_replaces', 'replaces are refused']]) {
      for (const symbol of faults[name] ?? []) rules.push({i: `${name} ${symbol}`, target: symbol, fault: where});
    }
    if (Number(faults.partial_fill_probability ?? 0)) rules.push({i: 'partial', target: 'every order', fault: `fills in part first, p = ${faults.partial_fill_probability}`});
    write(this.rulesSaid, rules.length ? '' : '✓ No faults.');
    this.rulesSaid.hidden = rules.length > 0;
    this.rules.closest('.scroll').hidden = !rules.length;
    keyed(this.rules, rules, (rule) => rule.i, (rule) => el('tr', {}, el('th', {scope: 'row'}, rule.target), el('td', {}, rule.fault), el('td', {}, strikes(rule)), el('td', {class: 'n'}, String(rule.matched ?? '')), el('td', {class: 'n'}, String(rule.struck ?? ''))));
  }

  async setPrice(symbol, price) {
    const answer = await attempt(() => ask('POST', '/simulator/price', {symbol: symbol.trim().toUpperCase(), price: price.trim()}));
    if (answer) note(`${answer.symbol ?? symbol} is at ${answer.price ?? price}`);
  }

  async steer(at, speed) {
    const answer = await attempt(() => ask('POST', '/simulator/clock', {...(at.trim() ? {time: at.trim()} : {}), ...(speed.trim() ? {speed: speed.trim()} : {})}));
    if (answer) this.question.ask();
  }

  async arm(plan, label) {
    const answer = await attempt(() => ask('PUT', '/simulator/faults', plan));
    if (!answer) return;
    note(`In force: ${label}`, 'warn');
    this.plan.value = JSON.stringify(plan, null, 1);
    this.question.ask();
  }

  async clear() {
    const answer = await attempt(() => ask('DELETE', '/simulator/faults', {}));
    if (answer) { note('All faults removed'); this.question.ask(); }
  }

  own() {
    let plan;
    try { plan = JSON.parse(this.plan.value); } catch (broken) { write(this.planSaid, `not JSON: ${broken.message}`); return; }
    write(this.planSaid, '');
    this.arm(plan, 'the custom plan');
  }
}

function strikes(rule) {
  const times = rule.times > 0 ? `, at most ${rule.times}` : '';
  if (rule.nth > 0) return `no. ${rule.nth}${times}`;
  if (rule.every > 0) return `every ${rule.every}${times}`;
  return rule.probability == null ? '' : `p = ${Number(rule.probability)}${times}`;
}
