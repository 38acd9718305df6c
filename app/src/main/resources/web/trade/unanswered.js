// The panel of an order whose answer is missing: it says what is known of it, and waits for a decision.
import {$, el, button} from '../base/dom.js';
import {shortTime, words} from '../base/format.js';

export function named(order) {
  const price = order.limitPrice ?? order.stopPrice ?? '';
  return `${order.side} ${order.qty ?? `$${order.notional}`} ${order.symbol} ${words(order.type)} ${price}`.trim();
}

export function showUnanswered({kind, order, at, problem}, {retry, discard}) {
  const unknown = kind === 'unknown';
  $('unanswered').replaceChildren(
      el('p', {}, el('strong', {}, `${named(order)}, ${shortTime(at)}`)),
      el('p', {}, unknown ? 'The server does not have this order: it was not sent.'
          : `No answer yet (${problem.message}): it may or may not have been sent. Sending again does not make a second order.`),
      el('div', {class: 'acts start'}, button(unknown ? 'Send' : 'Send again', retry, {class: 'main', id: 'unanswered-send'}), button('Discard', discard, {id: 'unanswered-discard'})));
  $('unanswered').hidden = false;
}

export function hideUnanswered() {
  $('unanswered').replaceChildren();
  $('unanswered').hidden = true;
}
