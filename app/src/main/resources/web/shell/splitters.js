// Splitters between the panels of the trade view: dragged or moved by the arrows, remembered by the browser.
import {$, el} from '../base/dom.js';

const KEPT = 'lockstep-panels';
const STEP_PIXELS = 16;
// Which length each changes, between which bounds, and whether it grows to the right or downwards.
const ALL = [
  {name: 'ticket', label: 'Width of the ticket', across: true, from: 232, to: 460, grows: 1, of: () => $('entry')},
  {name: 'watch', label: 'Width of the watchlist', across: true, from: 200, to: 420, grows: -1, of: () => $('watch')},
  {name: 'chart', label: 'Height of the chart', across: false, from: 120, to: 700, grows: 1, of: () => $('market-chart')},
  {name: 'holdings', label: 'Height of the positions', across: false, from: 110, to: 600, grows: -1, of: () => $('holdings')},
];

export class Splitters {
  constructor(view) {
    this.view = view;
    this.kept = read();
    for (const one of ALL) {
      one.node = el('div', {class: `split ${one.across ? 'across' : 'along'}`, id: `split-${one.name}`, role: 'separator', tabindex: 0, title: 'Drag, or use the arrow keys; a double click resets it',
        'aria-label': one.label, 'aria-orientation': one.across ? 'vertical' : 'horizontal', 'aria-valuemin': one.from, 'aria-valuemax': one.to,
        onpointerdown: (event) => this.grip(one, event), onkeydown: (event) => this.key(one, event), ondblclick: () => this.set(one, null), onfocus: () => this.tell(one)});
      view.append(one.node);
      this.apply(one);
    }
  }

  length(one) {
    const box = one.of().getBoundingClientRect();
    return Math.round(one.across ? box.width : box.height);
  }

  apply(one) {
    const length = this.kept[one.name];
    if (length) this.view.style.setProperty(`--${one.name}`, `${length}px`); else this.view.style.removeProperty(`--${one.name}`);
    this.view.classList.toggle(`sized-${one.name}`, Boolean(length));
    this.tell(one);
  }

  tell(one) { one.node.setAttribute('aria-valuenow', String(this.kept[one.name] ?? Math.min(one.to, Math.max(one.from, this.length(one))))); }

  set(one, length) {
    this.kept = {...this.kept, [one.name]: length && Math.min(one.to, Math.max(one.from, Math.round(length)))};
    localStorage.setItem(KEPT, JSON.stringify(this.kept));
    this.apply(one);
  }

  key(one, event) {
    const less = one.across ? 'ArrowLeft' : 'ArrowUp';
    const more = one.across ? 'ArrowRight' : 'ArrowDown';
    const step = {[less]: -STEP_PIXELS, [more]: STEP_PIXELS}[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    this.set(one, this.length(one) + step * one.grows);
  }

  grip(one, event) {
    event.preventDefault();
    const begin = {at: one.across ? event.clientX : event.clientY, length: this.length(one)};
    const move = ({clientX, clientY}) => this.set(one, begin.length + ((one.across ? clientX : clientY) - begin.at) * one.grows);
    one.node.setPointerCapture(event.pointerId);
    one.node.addEventListener('pointermove', move);
    one.node.addEventListener('lostpointercapture', () => one.node.removeEventListener('pointermove', move), {once: true});
  }
}

// Only lengths within their bounds count.
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT)) ?? {};
    return Object.fromEntries(ALL.map(({name, from, to}) => [name, kept[name] >= from && kept[name] <= to ? kept[name] : null]));
  } catch { return {}; }
}
