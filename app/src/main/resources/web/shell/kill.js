// What stops things, and what starts them again.
import {$} from '../base/dom.js';
import {ask} from '../base/api.js';
import {attempt, form, sure} from '../base/dialog.js';
import {note} from '../base/notes.js';
import {words} from '../base/format.js';

const FLATTEN_WORD = 'flatten';
const LANES = 4;
// Stored, and pursued until the order ends.
const ASKED = ['requested', 'canceled', 'once_resolved', 'postponed', 'unresolved'];

// A few at a time: a browser has six connections, and other tabs want some.
async function inLanes(items, work) {
  const left = [...items];
  await Promise.all(Array.from({length: LANES}, async () => { while (left.length) await work(left.shift()); }));
}

export class Kill {
  constructor(status, flat, arming) {
    this.status = status;
    this.arming = arming;
    this.flat = flat;
    $('cancel-all').addEventListener('click', () => this.cancelAll());
    $('halt').addEventListener('click', () => this.halt());
    $('reduce').addEventListener('click', () => this.reduce());
    $('resume').addEventListener('click', () => this.resume());
  }

  cancelAll = async () => {
    if (!(await sure('Cancel all open orders?', 'All open orders of Lockstep; external orders keep working.', 'Cancel all'))) return;
    const answer = await attempt(() => ask('POST', '/orders/cancel-all', {}));
    if (answer) this.told(answer.orders, answer.externalOrders);
  };

  // To close everything with real money wants a word typed; it takes risk away, so it wants no more than that.
  halt = async () => {
    const fields = [{name: 'reason', label: 'Reason'}, {name: 'cancel', label: 'and cancel all open orders', type: 'checkbox'},
      {name: 'flatten', label: 'and close all positions at the market', type: 'checkbox', implies: 'cancel'}];
    if (this.status()?.mode === 'live') fields.push({name: 'word', label: `Real money. To close all positions, type: ${FLATTEN_WORD}`, mustBe: FLATTEN_WORD, when: 'flatten'});
    const chosen = await form('Halt trading?', 'No process sends an order that adds risk until trading is resumed. Cancels and orders that reduce a position are still sent.', 'Halt', fields);
    if (!chosen) return;
    const more = chosen.flatten ? {flatten: true} : chosen.cancel ? {cancel: true} : {};
    const asked = ask('POST', '/trading/halt', {reason: chosen.reason || 'no reason given', ...more});
    if (chosen.flatten) this.flat.follow(asked);
    const answer = await attempt(() => asked);
    if (answer?.canceled) this.told(answer.canceled, 0);
    if (answer?.text && !chosen.flatten) note(answer.text, 'bad');
  };

  reduce = async () => {
    const reason = await sure('Only reduce positions?', 'Orders that open or increase a position are denied.', 'Reduce', 'Reason');
    if (reason) await attempt(() => ask('POST', '/trading/reduce', {reason}));
  };

  resume = async () => {
    if (!(await this.arming.require())) return;
    const reason = await sure('Resume trading?', 'Ends the halt or reduction of the operator and the closing of all positions. Restrictions of a watchdog stay.', 'Resume', 'Reason');
    const answer = reason && await attempt(() => ask('POST', '/trading/resume', {reason}));
    for (const left of answer?.restrictions ?? []) note(`Trading is still ${words(left.state)} by ${left.source}: ${left.why}`, 'bad');
  };

  told(orders, external) {
    const asked = orders.filter((one) => ASKED.includes(one.result)).length;
    const left = orders.filter((one) => ![...ASKED, 'too_late'].includes(one.result));
    note(`${asked} of ${orders.length} cancels requested${external ? `; ${external} external orders keep working` : ''}`);
    if (left.length) note(`${left.length} not canceled: ${words(left[0].result)} ${left[0].text}`, 'bad');
  }

  cancel = async (ids) => {
    if (!ids.length) return;
    if (ids.length > 1 && !(await sure(`Cancel ${ids.length} orders?`, 'The selected orders.', 'Cancel them'))) return;
    const left = [];
    await inLanes(ids, async (id) => { try { await ask('DELETE', `/orders/${id}`); } catch (problem) { left.push(problem.message); } });
    if (left.length) note(`${ids.length - left.length} of ${ids.length} cancels requested; ${left[0]}`, 'bad');
    else if (ids.length > 1) note(`${ids.length} cancels requested`);
  };
}
