// The views of the screen: one is seen at a time, named by the address, so that back and reload work.
import {$, el} from '../base/dom.js';
import {address, onAddress} from './address.js';
import {keysOf, onBindings} from './bindings.js';
import {VIEWS} from './viewlist.js';

export class Views {
  // `parts` has for a view what begins when it is seen and ends when it is not; `titled` writes the title.
  constructor(parts, titled) {
    this.parts = parts;
    this.titled = titled;
    this.links = new Map(VIEWS.map((view) => [view.name, el('a', {href: `#${view.name}`, title: keysOf(`view-${view.name}`)}, view.label)]));
    $('nav').append(...this.links.values());
    document.querySelector('.skip').addEventListener('click', (event) => { event.preventDefault(); $('content').focus(); });
    onAddress((outside) => this.show(outside));
    onBindings(() => { for (const [name, link] of this.links) link.setAttribute('title', keysOf(`view-${name}`)); });
  }

  get label() { return VIEWS.find((view) => view.name === this.now)?.label ?? ''; }

  // Without a simulator there is nothing to steer.
  allow(name, allowed) {
    if (this.links.get(name).hidden === !allowed) return;
    this.links.get(name).hidden = !allowed;
    if (!allowed && this.now === name) this.go('trade');
  }

  go(name) { location.hash = this.links.get(name).getAttribute('href'); }

  show(outside) {
    const {view, params} = address();
    const name = this.links.has(view) ? view : 'trade';
    this.remember(name, params);
    const turned = name !== this.now;
    if (turned) this.turn(name, outside);
    if (outside || turned) this.parts[name]?.address?.(params);
  }

  // A view is left as it was, and found so again.
  remember(name, params) {
    const kept = new URLSearchParams(params);
    kept.delete('order');
    this.links.get(name).setAttribute('href', `#${name}${kept.size ? `?${kept}` : ''}`);
  }

  turn(name, focus) {
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
    this.titled();
  }
}
