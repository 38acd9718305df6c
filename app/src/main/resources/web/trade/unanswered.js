// The panel of an order whose answer is missing: it says what is known of it, and waits for a decision.
import {$, el, button} from '../base/dom.js';
import {shortTime, words} from '../base/format.js';

export function named(order) {
  const price = order.limitPrice ?? order.stopPrice ?? '';
  return `${order.side} ${order.qty ?? `$${order.notional}`} ${order.symbol} ${words(order.type)} ${price}`.trim();
}

function outcome({kind, problem, notSent}) {
  if (kind === 'unknown') return 'The server does not have this order: it was not sent.';
  if (notSent) return `Not sent, and nothing is stored: ${problem.message}`;
  return `No answer yet (${problem.message}): it may or may not have been sent. Sending again does not make a second order.`;
}

export function showUnanswered(report, {retry, discard}) {
  const {kind, order, at, notSent} = report;
  const unsent = kind === 'unknown' || notSent;
  $('unanswered').replaceChildren(
      el('p', {}, el('strong', {}, `${named(order)}, ${shortTime(at)}`)),
      el('p', {}, outcome(report)),
      el('div', {class: 'acts start'}, button(unsent ? 'Send' : 'Send again', retry, {class: 'main', id: 'unanswered-send'}), button('Discard', discard, {id: 'unanswered-discard'})));
  $('unanswered').hidden = false;
}

export function hideUnanswered() {
  $('unanswered').replaceChildren();
  $('unanswered').hidden = true;
}
