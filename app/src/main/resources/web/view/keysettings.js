// The keys in the settings: each is recorded as it is pressed, a conflict is named, and the defaults come back.
import {el, button, write} from '../base/dom.js';
import {ACTS, bind, isUsual, keysOf, onBindings, pressed, restore, restoreAll} from '../shell/bindings.js';
import {drawn} from '../shell/keylist.js';

// A second key may follow the first one within this time.
const SECOND_MILLIS = 900;

export class KeySettings {
  constructor() {
    this.body = el('tbody');
    this.said = el('p', {class: 'sub', role: 'status'});
    this.panel = el('section', {class: 'panel slim', 'aria-labelledby': 'keysettings-head'},
        el('div', {class: 'bar'}, el('h3', {id: 'keysettings-head'}, 'Keys'), el('div', {class: 'filters'}, button('Reset all', () => this.resetAll(), {id: 'keys-reset'}))),
        el('p', {class: 'sub'}, 'Choose a key, then press the new one, or two after each other; Esc keeps it as it is. Enter, Esc, Space and the arrows are fixed.'), this.said,
        el('table', {}, el('caption', {class: 'unseen'}, 'Keys'), el('thead', {}, el('tr', {}, ...['Command', 'Key', ''].map((head) => el('th', {scope: 'col'}, head || el('span', {class: 'unseen'}, 'Default'))))), this.body));
    onBindings(() => this.show());
    this.show();
  }

  show() {
    const focused = document.activeElement?.dataset?.key;
    this.body.replaceChildren(...ACTS.map((act) => this.line(act)));
    if (focused) this.body.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  line({name, label}) {
    const recorder = el('button', {type: 'button', data: {key: name}, 'aria-label': `${label}: ${keysOf(name)}, change`, onclick: () => this.record(name, label)}, ...drawn(keysOf(name)));
    return el('tr', {}, el('th', {scope: 'row'}, label), el('td', {class: 'nowrap'}, recorder),
        el('td', {class: 'acts'}, isUsual(name) ? '' : button('Reset', () => this.reset(name, label), {'aria-label': `Reset ${label}`})));
  }

  record(name, label) {
    this.stop?.();
    const recorder = this.body.querySelector(`[data-key="${name}"]`);
    const keys = [];
    let waiting = null;
    const press = (event) => {
      // What stops trading works here too, and is no new key.
      if (event.defaultPrevented) { this.stop(); return; }
      const key = pressed(event);
      event.preventDefault();
      event.stopPropagation();
      if (!key || event.repeat) return;
      if (key === 'Escape' || key === 'Tab') { this.stop(); write(this.said, `${label} stays ${keysOf(name)}`, 'sub'); return; }
      keys.push(key);
      clearTimeout(waiting);
      if (keys.length === 2 || key.length > 1) this.take(name, label, keys.join(' ')); else waiting = setTimeout(() => this.take(name, label, keys.join(' ')), SECOND_MILLIS);
    };
    const left = () => this.stop?.();
    this.stop = () => {
      clearTimeout(waiting);
      document.removeEventListener('keydown', press, {capture: true});
      recorder.removeEventListener('blur', left);
      delete recorder.dataset.recording;
      recorder.replaceChildren(...drawn(keysOf(name)));
      this.stop = null;
    };
    recorder.dataset.recording = 'on';
    recorder.replaceChildren('Press a key');
    document.addEventListener('keydown', press, {capture: true});
    recorder.addEventListener('blur', left);
    write(this.said, `${label}: press the new key`, 'sub');
  }

  take(name, label, keys) {
    this.stop();
    const why = bind(name, keys);
    write(this.said, why ? `${label} stays ${keysOf(name)}: ${why}` : `${label} is ${keys} now`, why ? 'bad-text' : 'sub');
  }

  reset(name, label) {
    const why = restore(name);
    write(this.said, why ? `${label} stays ${keysOf(name)}: ${why}` : `${label} is ${keysOf(name)} again`, why ? 'bad-text' : 'sub');
    this.body.querySelector(`[data-key="${name}"]`)?.focus();
  }

  resetAll() {
    restoreAll();
    write(this.said, 'All keys are the default again', 'sub');
  }
}
