// Short notes: fills politely, problems at once. A note with a key is updated in place.
import {$, el, button} from './dom.js';

const STAY_MILLIS = 6_000;
const MAX_NOTES = 4;
const keyed = new Map();

export function note(text, kind = 'good', key = null) {
  const known = key && keyed.get(key);
  const line = known ?? made(key);
  line.querySelector('span').textContent = text;
  line.className = `note ${kind}`;
  const box = $(kind === 'bad' ? 'alarms' : 'notes');
  if (line.parentNode !== box) box.append(line);
  while (box.children.length > MAX_NOTES) box.firstElementChild.remove();
  clearTimeout(line.timer);
  line.timer = setTimeout(() => close(line, key), kind === 'bad' ? 2 * STAY_MILLIS : STAY_MILLIS);
}

export const noted = (key) => keyed.get(key)?.isConnected ?? false;

function made(key) {
  const line = el('div', {}, el('span', {}), button('×', () => close(line, key), {'aria-label': 'Dismiss', class: 'quiet'}));
  if (key) keyed.set(key, line);
  return line;
}

function close(line, key) {
  line.remove();
  if (key && keyed.get(key) === line) keyed.delete(key);
}
