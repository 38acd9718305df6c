// Which orders are chosen, as lists everywhere do it: a click takes one, Ctrl adds, Shift takes all between.
export class Choice {
  constructor(book, changed) {
    this.book = book;
    this.changed = changed;
    this.ids = new Set();
    this.active = null;
    this.anchor = null;
  }

  has(id) { return this.ids.has(id); }

  get list() { return [...this.ids].filter((id) => this.book.get(id)); }

  only(id) { this.ids = new Set([id]); this.anchor = id; this.go(id); }

  toggle(id) {
    if (!this.ids.delete(id)) this.ids.add(id);
    this.anchor = id;
    this.go(id);
  }

  through(id) {
    const from = this.book.indexOf(this.anchor ?? id);
    const to = this.book.indexOf(id);
    if (from < 0) { this.only(id); return; }
    this.ids = new Set(this.book.rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((entry) => entry.order.id));
    this.go(id);
  }

  all() { this.ids = new Set(this.book.rows.map((entry) => entry.order.id)); this.changed(); }

  none() { this.ids.clear(); this.changed(); }

  go(id) { this.active = id; this.changed(); }

  // What is no longer in the list is no longer chosen.
  prune() { for (const id of this.ids) if (!this.book.get(id)) this.ids.delete(id); }
}
