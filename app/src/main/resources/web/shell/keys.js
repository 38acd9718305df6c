// The keys. Those of the scope `always` work everywhere: no field and no dialog may take them away.
import {$, el} from '../base/dom.js';
import {actOf, begins, onBindings, keysOf, pressed} from './bindings.js';
import {keyList} from './keylist.js';
import {VIEWS} from './viewlist.js';

const SOON_MILLIS = 1_500;

export class Keys {
  constructor({views, acts}) {
    this.views = views;
    this.acts = acts;
    this.prefix = {at: 0, key: ''};
    // Before any list takes its k for a move.
    document.addEventListener('keydown', (event) => this.always(event), true);
    document.addEventListener('keydown', (event) => this.press(event));
    onBindings(() => this.titles());
    this.titles();
  }

  titles() {
    for (const [id, name] of [['cancel-all', 'cancelAll'], ['halt', 'halt']]) $(id)?.setAttribute('title', keysOf(name));
  }

  always(event) {
    const name = actOf(pressed(event), 'always');
    if (!name) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) this.acts[name]();
  }

  press(event) {
    if (event.repeat || event.defaultPrevented || event.target.closest('input, select, textarea, dialog, [data-recording]')) return;
    const key = pressed(event);
    if (!key) return;
    const second = Date.now() - this.prefix.at < SOON_MILLIS;
    const name = second ? actOf(`${this.prefix.key} ${key}`, 'page') : actOf(key, 'page');
    this.prefix = begins(key) ? {at: Date.now(), key} : {at: 0, key: ''};
    const go = name && this.act(name);
    if (go) { event.preventDefault(); go(); }
  }

  // What an act of the scope `page` does; nothing for a tab that is not there.
  act(name) {
    const tab = /^tab[1-6]$/.test(name) && document.querySelectorAll('#tabs button')[Number(name[3]) - 1];
    if (tab) return () => this.trade(() => tab.click());
    const view = VIEWS.find((one) => `view-${one.name}` === name);
    if (view) return () => this.views.go(view.name);
    return {
      ticket: () => this.trade(() => this.acts.ticket()), orders: () => this.trade(() => $('order-grid').focus()),
      filter: () => this.trade(() => $('filter').focus()), keys: () => this.list(),
      buy: () => this.trade(() => this.acts.side('buy')), sell: () => this.trade(() => this.acts.side('sell')),
    }[name];
  }

  trade(act) {
    if (this.views.now !== 'trade') { this.views.go('trade'); this.views.show(false); }
    act();
  }

  // The keys as they are now.
  list() {
    if (this.box?.open) return;
    this.box?.remove();
    this.box = keyList();
    document.body.append(this.box);
    this.box.showModal();
  }
}
