// The views of the screen: one is seen at a time, named by the address, so that back and reload work.
import {$, el} from '../base/dom.js';

export const VIEWS = [
  {name: 'trade', label: 'Trade', key: 't'},
  {name: 'profit', label: 'Profit', key: 'p'},
  {name: 'activity', label: 'Activity', key: 'a'},
  {name: 'health', label: 'Health', key: 'h'},
  {name: 'risk', label: 'Risk', key: 'r'},
  {name: 'simulator', label: 'Simulator', key: 's'},
  {name: 'settings', label: 'Settings', key: 'e'},
];

export class Views {
  // `parts` has for a view what begins when it is seen and ends when it is not.
  constructor(parts) {
    this.parts = parts;
    this.links = new Map(VIEWS.map((view) => [view.name, el('a', {href: `#${view.name}`, title: `g ${view.key}`}, view.label)]));
    $('nav').append(...this.links.values());
    window.addEventListener('hashchange', () => this.show(true));
  }

  // Without a simulator there is nothing to steer.
  allow(name, allowed) {
    if (this.links.get(name).hidden === !allowed) return;
    this.links.get(name).hidden = !allowed;
    if (!allowed && this.now === name) this.go('trade');
  }

  go(name) { location.hash = name; }

  show(focus) {
    const wanted = location.hash.slice(1);
    const name = this.links.has(wanted) ? wanted : 'trade';
    if (name === this.now) return;
    if (this.now) this.parts[this.now]?.leave?.();
    this.now = name;
    for (const view of VIEWS) {
      $(`view-${view.name}`).hidden = view.name !== name;
      const link = this.links.get(view.name);
      if (view.name === name) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
    }
    this.links.get(name).scrollIntoView({block: 'nearest', inline: 'nearest'});
    this.parts[name]?.enter?.();
    if (focus) $(`${name}-head`)?.focus({preventScroll: true});
    window.scrollTo(0, 0);
  }
}
