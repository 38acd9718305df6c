// Makes elements; text is always text, never markup.
export const $ = (id) => document.getElementById(id);

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

export function pair(name, value, bad = false) {
  return el('div', {}, el('dt', {}, name), el('dd', {class: bad ? 'bad' : ''}, String(value)));
}

export const words = (text) => String(text ?? '').toLowerCase().replaceAll('_', ' ');

export function age(millis) {
  if (millis == null) return 'never';
  const seconds = Math.max(0, Math.round(millis / 1000));
  return seconds < 120 ? `${seconds} s` : seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

const two = (number) => String(number).padStart(2, '0');

// In this machine's zone, in a form that sorts and never changes its width.
export function time(iso) {
  if (!iso) return '';
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

// Grouped for the eye; the digits stay as they came, for a number would lose some.
export const dollars = (text) => `$${String(text).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ' ')}`;
