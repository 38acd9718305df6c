// Suggestions under an input, by the pattern of a combobox: arrows move, Enter takes, Escape closes.
import {el} from './dom.js';

const PAUSE_MILLIS = 200;
let lists = 0;

export class Combobox {
  // `load` gets the text and answers options or throws, `show` makes the content of an option, `take` gets the
  // chosen one. `host` is positioned and holds the list. With `always`, the first option is chosen and the list stays.
  constructor(input, {host, label, load, show, take, always = false}) {
    Object.assign(this, {input, host, load, show, take, always});
    this.options = [];
    this.list = el('ul', {role: 'listbox', id: `options-${++lists}`, 'aria-label': label, class: always ? 'options fixed' : 'options', hidden: true});
    host.append(this.list);
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', this.list.id]]) input.setAttribute(name, value);
    input.addEventListener('input', () => this.typed());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => { if (!this.always) this.close(); });
  }

  typed() {
    clearTimeout(this.timer);
    this.asked = {};
    if (!this.always) this.close();
    this.timer = setTimeout(() => this.ask(), this.always ? 0 : PAUSE_MILLIS);
  }

  // Only the answer to the last text counts, and only while somebody is in the field.
  async ask() {
    const asked = this.asked = {};
    const text = this.input.value.trim();
    let options = [];
    let problem = null;
    try { options = text || this.always ? await this.load(text, (some) => { options = some; if (asked === this.asked) this.open(some, null); }) : []; } catch (failed) { problem = failed; }
    if (asked === this.asked && document.activeElement === this.input) this.open(options, problem);
  }

  open(options, problem) {
    this.options = options;
    const lines = options.map((option, i) => el('li', {role: 'option', id: `${this.list.id}-${i}`, 'aria-selected': 'false',
      onpointerdown: (event) => event.preventDefault(), onclick: () => this.choose(i)}, ...this.show(option)));
    if (problem) lines.push(el('li', {role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', class: 'bad-text'}, `Not available: ${problem.message}`));
    this.list.replaceChildren(...lines);
    this.list.hidden = !lines.length;
    this.input.setAttribute('aria-expanded', String(lines.length > 0));
    if (!this.always) this.place();
    this.move(this.always && options.length ? 0 : -1);
  }

  place() {
    const field = this.input.getBoundingClientRect();
    this.list.style.top = `${field.bottom - this.host.getBoundingClientRect().top + this.host.scrollTop}px`;
  }

  close() {
    this.asked = {};
    this.options = [];
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.at = -1;
  }

  move(at) {
    this.at = at;
    [...this.list.children].forEach((line, i) => line.setAttribute('aria-selected', String(i === at)));
    if (at < 0) { this.input.removeAttribute('aria-activedescendant'); return; }
    this.input.setAttribute('aria-activedescendant', this.list.children[at].id);
    this.list.children[at].scrollIntoView({block: 'nearest'});
  }

  // What is chosen here goes no further: Enter would also review the ticket.
  key(event) {
    if (this.list.hidden) return;
    const count = this.options.length;
    const act = {
      ArrowDown: count && (() => this.move((this.at + 1) % count)), ArrowUp: count && (() => this.move((this.at + count) % count === 0 ? count - 1 : this.at - 1)),
      Enter: this.at >= 0 && (() => this.choose(this.at)), Escape: !this.always && (() => this.close()),
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  choose(at) {
    const chosen = this.options[at];
    if (!this.always) this.close();
    this.take(chosen);
  }
}
