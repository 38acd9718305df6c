// The dialog that lists the keys, those that were changed too.
import {el, button} from '../base/dom.js';
import {ACTS, keysOf} from './bindings.js';

const FIXED = [
  ['Enter', 'In the ticket: review'], ['Ctrl+Enter', 'In the ticket: send'], ['Esc', 'Leaves the ticket, closes the dialog'],
  ['↑ ↓', 'In the order list: rows, with Shift select more'], ['Space', 'In the order list: select'], ['Enter', 'In the order list: history of the order'],
];

// Keys as they are drawn, one frame for each.
export const drawn = (keys) => keys.split(' ').map((one) => el('kbd', {}, one));

const lines = (list) => list.flatMap(([keys, text]) => [el('dt', {}, ...drawn(keys)), el('dd', {}, text)]);

export function keyList() {
  const box = el('dialog', {class: 'keys', 'aria-labelledby': 'keys-head'},
      el('h2', {id: 'keys-head'}, 'Keys'),
      el('dl', {}, ...lines(ACTS.map((act) => [keysOf(act.name), act.scope === 'always' ? `${act.label}, also while typing` : act.label])), ...lines(FIXED)),
      el('div', {class: 'acts'}, el('a', {href: '#settings', onclick: () => box.close()}, 'Change the keys'), button('Close', () => box.close(), {class: 'main', autofocus: true})));
  return box;
}
