// Short notes in the corner: what was filled politely, what went wrong at once. A burst is one note.
import {$, el, button} from './dom.js';

const STAY_MILLIS = 6_000;
const MAX_NOTES = 4;

export function note(text, kind = 'good') {
  const box = $(kind === 'bad' ? 'alarms' : 'notes');
  const line = el('div', {class: `note ${kind}`}, el('span', {}, text), button('×', () => line.remove(), {'aria-label': 'Dismiss', class: 'quiet'}));
  box.append(line);
  while (box.children.length > MAX_NOTES) box.firstElementChild.remove();
  setTimeout(() => line.remove(), kind === 'bad' ? 2 * STAY_MILLIS : STAY_MILLIS);
}
