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

export function pair(name, value, kind = '') {
  return el('div', {}, el('dt', {}, name), el('dd', {class: kind}, String(value)));
}

export const button = (text, onclick, props = {}) => el('button', {type: 'button', onclick, ...props}, text);

// A table with its caption and heads; a head that begins with # stands over numbers.
export function table(caption, heads, body) {
  return el('table', {}, el('caption', {class: 'unseen'}, caption),
      el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', {scope: 'col', class: head.startsWith('#') ? 'n' : ''}, head.replace('#', ''))))), body);
}

// Writes only what differs, so that a reader of the screen is not told the same thing again.
export function write(node, text, kind) {
  if (node.textContent !== text) node.textContent = text;
  if (kind !== undefined && node.className !== kind) node.className = kind;
}

// Brings the children in step with the items: what did not change stays where it is, with its focus.
export function keyed(parent, items, key, make) {
  const known = parent.keyedNodes ?? new Map();
  const next = new Map();
  items.forEach((item, i) => {
    const text = JSON.stringify(item);
    const old = known.get(key(item));
    let entry = old;
    if (!old || old.text !== text) {
      const act = old?.node.contains(document.activeElement) ? document.activeElement.dataset.act : null;
      entry = {text, node: make(item)};
      if (old) old.node.replaceWith(entry.node);
      if (act) entry.node.querySelector(`[data-act="${act}"]`)?.focus({preventScroll: true});
    }
    next.set(key(item), entry);
    if (parent.children[i] !== entry.node) parent.insertBefore(entry.node, parent.children[i] ?? null);
  });
  while (parent.children.length > items.length) parent.lastElementChild.remove();
  parent.keyedNodes = next;
}

export const nothing = (text, kind = '') => el('p', {class: `empty ${kind}`}, text);
