// What is left after everything was to be closed: told until the broker says that nothing is held, and
// no order is open, or until somebody resumes.
import {note} from '../base/notes.js';
import {words} from '../base/format.js';

const MAX_NAMED = 5;

const counted = (number, one, more) => `${number} ${number === 1 ? `${one} is` : `${more} are`}`;

export class Flat {
  // `say` shows a line, or takes it away; `look` is told whether what is held is wanted to be known.
  constructor({say, look}) {
    this.say = say;
    this.look = look;
    this.on = false;
    this.open = 0;
  }

  // Follows a halt that is to close everything, from before its answer.
  async follow(asked) {
    this.on = true;
    this.halted = this.answered = false;
    this.held = null;
    this.fault = '';
    this.show();
    this.look(true);
    try { this.told(await asked); } catch (problem) { if (problem.refused) { this.end(); return; } }
    this.answered = true;
    this.show();
  }

  told({closing, left, flat, text}) {
    const lines = [...closing, ...(left ?? [])];
    const refused = lines.filter((one) => one.result !== 'closing');
    const working = lines.filter((one) => one.result === 'closing' && one.order.status !== 'filled');
    const sent = closing.filter((one) => one.result === 'closing').length;
    note(`${sent} closing ${sent === 1 ? 'order' : 'orders'} sent${flat ? '; all positions are closed' : ''}`);
    if (working.length && !flat) note(`${working.length} not filled yet: ${working[0].symbol} ${words(working[0].order.status)}`, 'warn');
    if (refused.length) note(`${refused.length} not closed: ${refused[0].symbol} ${words(refused[0].result)}: ${refused[0].text}`, 'bad');
    if (text) note(text, 'bad');
    if (flat) this.held = [];
  }

  positions(answer, problem) {
    if (!this.on) return;
    this.fault = problem ? problem.message : '';
    if (answer) {
      const unreadable = (answer.unreadable ?? []).map((one) => `${one.symbol || one.brokerId || 'no name'} (unreadable)`);
      this.held = [...answer.positions.filter((one) => one.brokerQty !== '0').map((one) => one.symbol), ...unreadable];
    }
    this.show();
  }

  status(now) {
    this.open = now.counts.open + now.counts.unknown;
    this.halted ||= now.tradingState !== 'active';
    if (this.on && this.halted && now.tradingState === 'active') this.end();
    this.show();
  }

  show() {
    if (!this.on) return;
    if (this.answered && !this.fault && this.held?.length === 0 && !this.open) {
      this.end();
      note('✓ No position and no open order is left');
      return;
    }
    this.say(`Close everything: ${this.fault ? `what is still held is not known: ${this.fault}` : this.line()}`);
  }

  line() {
    if (!this.held) return 'in progress';
    const names = this.held.slice(0, MAX_NAMED).join(', ') + (this.held.length > MAX_NAMED ? ', …' : '');
    return [this.held.length ? `${counted(this.held.length, 'position', 'positions')} still open (${names})` : 'no position is left',
      this.open ? `${counted(this.open, 'order', 'orders')} still open` : '', this.answered ? 'Lockstep continues to close' : ''].filter(Boolean).join(', ');
  }

  end() {
    this.on = false;
    this.say('');
    this.look(false);
  }
}
