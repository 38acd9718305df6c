// A page with just enough of the DOM for the screen's modules: elements, storage, the address. Import it before them.
import {webcrypto} from 'node:crypto';

class FakeText {
  constructor(text) { this.textContent = String(text); }
  remove() { this.parentNode?.detach(this); }
}

const step = (selector) => {
  const [, tag, rest] = /^([a-z0-9]*)(.*)$/i.exec(selector);
  const wanted = [...rest.matchAll(/\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:="([^"]*)")?\]/g)];
  return (node) => (!tag || node.tagName === tag.toUpperCase()) && wanted.every(([, kind, id, name, value]) => kind ? node.className.split(' ').includes(kind)
      : id ? node.id === id : value === undefined ? node.getAttribute(name) !== null : node.getAttribute(name) === value);
};

// Alternatives with a comma, a single step each, or two steps with a space.
const matcher = (selector) => {
  const ways = selector.split(',').map((one) => one.trim().split(' ').map(step));
  return (node) => ways.some(([outer, inner]) => (inner ? inner(node) && Boolean(node.parentNode?.closestBy(outer)) : outer(node)));
};

const dashed = (name) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export class FakeElement extends EventTarget {
  constructor(tag) {
    super();
    this.tagName = tag.toUpperCase();
    this.childNodes = [];
    this.attributes = new Map();
    this.className = '';
    this.style = {};
    this.hidden = false;
    this.value = '';
    this.box = {top: 0};
    this.scrollTop = 0;
    this.clientHeight = 0;
    this.dataset = new Proxy({}, {
      get: (_, name) => this.getAttribute(dashed(name)) ?? undefined,
      set: (_, name, value) => { this.setAttribute(dashed(name), value); return true; },
    });
    this.classList = {
      toggle: (name, on) => { this.className = [...this.className.split(' ').filter((one) => one && one !== name), ...(on ? [name] : [])].join(' '); },
    };
  }

  get id() { return this.getAttribute('id') ?? ''; }
  get name() { return this.getAttribute('name') ?? ''; }
  getAttribute(name) { return this.attributes.get(name) ?? null; }
  setAttribute(name, value) { this.attributes.set(name, String(value)); }
  removeAttribute(name) { this.attributes.delete(name); }

  get children() { return this.childNodes.filter((node) => node instanceof FakeElement); }
  get firstElementChild() { return this.children[0] ?? null; }
  get nextElementSibling() {
    const all = this.parentNode.children;
    return all[all.indexOf(this) + 1] ?? null;
  }

  get textContent() { return this.childNodes.map((node) => node.textContent).join(''); }
  set textContent(text) { this.replaceChildren(...(text === '' ? [] : [text])); }

  append(...nodes) { nodes.forEach((node) => this.insertBefore(node, null)); }
  insertBefore(given, next) {
    const node = typeof given === 'string' ? new FakeText(given) : given;
    node.remove();
    this.childNodes.splice(next ? this.childNodes.indexOf(next) : this.childNodes.length, 0, node);
    node.parentNode = this;
  }

  replaceChildren(...nodes) {
    [...this.childNodes].forEach((node) => node.remove());
    this.append(...nodes);
  }

  detach(node) {
    this.childNodes.splice(this.childNodes.indexOf(node), 1);
    node.parentNode = null;
  }

  remove() { this.parentNode?.detach(this); }

  closestBy(matches) { return matches(this) ? this : this.parentNode?.closestBy(matches) ?? null; }
  closest(selector) { return this.closestBy(matcher(selector)); }
  querySelectorAll(selector) {
    const matches = matcher(selector);
    return this.children.flatMap((child) => [...(matches(child) ? [child] : []), ...child.querySelectorAll(selector)]);
  }

  querySelector(selector) { return this.querySelectorAll(selector)[0] ?? null; }
  getBoundingClientRect() { return this.box; }
  setPointerCapture() {}
  focus() { document.activeElement = this; }
  click() { this.dispatchEvent(new Event('click')); }
  showModal() { this.open = true; }
  close() { this.open = false; }
}

export class FakeStorage {
  constructor() { this.kept = new Map(); }
  getItem(name) { return this.kept.get(name) ?? null; }
  setItem(name, value) { this.kept.set(name, String(value)); }
  removeItem(name) { this.kept.delete(name); }
}

// Some of these names belong to newer Nodes already, which do not let them be assigned.
export function define(name, value) {
  Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
}

// An event with the given properties, such as {key: 'b'}.
export const happens = (name, properties = {}) => {
  const event = new Event(name, {cancelable: true});
  for (const [key, value] of Object.entries(properties)) Object.defineProperty(event, key, {value});
  return event;
};

class FakeDocument extends EventTarget {
  constructor() {
    super();
    this.hidden = false;
    this.documentElement = new FakeElement('html');
    this.body = new FakeElement('body');
    this.documentElement.append(this.body);
  }

  createElement(tag) { return new FakeElement(tag); }
  getElementById(id) { return this.body.querySelector(`#${id}`); }
  querySelector(selector) { return this.body.querySelector(selector); }
  querySelectorAll(selector) { return this.body.querySelectorAll(selector); }

  hide(hidden) {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

// An empty page without listeners.
export function newPage() { define('document', new FakeDocument()); }

newPage();
define('window', new EventTarget());
define('localStorage', new FakeStorage());
define('sessionStorage', new FakeStorage());
define('matchMedia', () => new EventTarget());
define('navigator', {});
define('location', {hash: '', pathname: '/'});
define('history', {
  pushed: 0,
  pushState(state, title, hash) { this.pushed++; location.hash = hash; },
  replaceState(state, title, hash) { location.hash = hash; },
});

// Node 18 has it under this name only.
if (!globalThis.crypto) define('crypto', webcrypto);

// An element of the page with this id.
export function place(id, tag = 'div') {
  const node = new FakeElement(tag);
  node.setAttribute('id', id);
  document.body.append(node);
  return node;
}
