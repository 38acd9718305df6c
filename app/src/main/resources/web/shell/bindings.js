// Which key does what. What differs from the default is kept in this browser and holds in all of its tabs.
import {VIEWS} from './viewlist.js';

const KEPT = 'lockstep-keys';
const FIXED = new Set(['Enter', 'Escape', 'Tab', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'Backspace', 'Delete']);
const LONE = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified', 'Fn', 'NumLock']);
// The browser takes these for itself, or a text field needs them.
const BROWSER = new Set(['Ctrl+A', 'Ctrl+C', 'Ctrl+N', 'Ctrl+Q', 'Ctrl+R', 'Ctrl+T', 'Ctrl+V', 'Ctrl+W', 'Ctrl+X', 'Ctrl+Y', 'Ctrl+Z', 'Alt+F4', 'F5', 'F11', 'F12']);
const TAB_NAMES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

// An act of the scope `always` works while one types and in dialogs, of `page` outside of fields, of `list` in the order list.
export const ACTS = [
  {name: 'cancelAll', scope: 'always', usual: 'F7', label: 'Cancel all'},
  {name: 'halt', scope: 'always', usual: 'F8', label: 'Halt'},
  {name: 'palette', scope: 'always', usual: 'Ctrl+K', label: 'Commands and symbols'},
  {name: 'buy', scope: 'page', usual: 'b', label: 'Ticket: buy'},
  {name: 'sell', scope: 'page', usual: 's', label: 'Ticket: sell'},
  {name: 'ticket', scope: 'page', usual: 'n', label: 'Ticket'},
  {name: 'orders', scope: 'page', usual: 'o', label: 'Order list'},
  {name: 'filter', scope: 'page', usual: '/', label: 'Filter orders by symbol'},
  ...TAB_NAMES.map((nth, i) => ({name: `tab${i + 1}`, scope: 'page', usual: String(i + 1), label: `Order list: ${nth} tab`})),
  ...VIEWS.map((view) => ({name: `view-${view.name}`, scope: 'page', usual: `g ${view.key}`, label: `View ${view.label}`})),
  {name: 'keys', scope: 'page', usual: '?', label: 'Show the keys'},
  {name: 'down', scope: 'list', usual: 'j', label: 'In the order list: down'},
  {name: 'up', scope: 'list', usual: 'k', label: 'In the order list: up'},
  {name: 'select', scope: 'list', usual: 'x', label: 'In the order list: select'},
  {name: 'replace', scope: 'list', usual: 'r', label: 'In the order list: replace'},
  {name: 'cancel', scope: 'list', usual: 'c', label: 'In the order list: cancel the selected orders'},
  {name: 'copy', scope: 'list', usual: 'y', label: 'In the order list: copy the order id'},
];
const BY_NAME = new Map(ACTS.map((act) => [act.name, act]));
const hearers = [];

// The name of a pressed key, such as b, F7 or Ctrl+K; null for a modifier alone.
export function pressed({key, ctrlKey, metaKey, altKey, shiftKey}) {
  if (!key || LONE.has(key)) return null;
  const held = ctrlKey || metaKey || altKey;
  const name = key.length === 1 && held ? key.toUpperCase() : key;
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey && (held || key.length > 1) ? 'Shift+' : ''}${name}`;
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT)) ?? {};
    return Object.fromEntries(Object.entries(kept).filter(([name, keys]) => BY_NAME.has(name) && typeof keys === 'string' && keys));
  } catch { return {}; }
}

let changed = read();

export const keysOf = (name) => changed[name] ?? BY_NAME.get(name).usual;
export const isUsual = (name) => keysOf(name) === BY_NAME.get(name).usual;

// The act of these keys in one of the scopes.
export const actOf = (keys, ...scopes) => ACTS.find((act) => scopes.includes(act.scope) && keysOf(act.name) === keys)?.name;

// Whether a key is the first of two.
export const begins = (key) => ACTS.some((act) => keysOf(act.name).startsWith(`${key} `));

const plain = (key) => key.length === 1;

// Why these keys cannot be of the act, or an empty text.
export function obstacle(name, keys) {
  const {scope} = BY_NAME.get(name);
  const parts = keys.split(' ');
  if (keys === ' ' || parts.some((part) => FIXED.has(part.replace(/^(Ctrl\+|Alt\+|Shift\+)*/, '')))) return `${keys === ' ' ? 'Space' : keys} has a fixed meaning`;
  if (parts.some((part) => BROWSER.has(part))) return `${keys} belongs to the browser`;
  if (scope === 'always' && (parts.length > 1 || plain(keys))) return 'this works while you type, so it needs a function key, Ctrl or Alt';
  if (scope === 'list' && parts.length > 1) return 'the order list takes one key';
  const other = ACTS.find((act) => act.name !== name && collides(keysOf(act.name), keys));
  return other ? `${keys} is used: ${other.label}` : '';
}

// The same keys, or one key that is the first of two.
const collides = (a, b) => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

// Sets the keys of an act; answers why not, or an empty text.
export function bind(name, keys) {
  const why = obstacle(name, keys);
  if (!why) keep({...changed, [name]: keys});
  return why;
}

// Gives an act its default keys, unless another act has them now.
export const restore = (name) => bind(name, BY_NAME.get(name).usual);

export const restoreAll = () => keep({});

export const onBindings = (hear) => hearers.push(hear);

function keep(next) {
  changed = Object.fromEntries(Object.entries(next).filter(([name, keys]) => keys !== BY_NAME.get(name).usual));
  localStorage.setItem(KEPT, JSON.stringify(changed));
  hearers.forEach((hear) => hear());
}

window.addEventListener('storage', (event) => {
  if (event.key !== KEPT) return;
  changed = read();
  hearers.forEach((hear) => hear());
});
