// The loaded orders in the order in which they are shown: exits and replaced orders stand under their order,
// and a new one is put in its place without sorting the rest.
const MAX_HOPS = 64;
const FEW = 16;

export class Book {
  constructor(maxOrders) {
    this.maxOrders = maxOrders;
    this.sorted = {value: () => 0, way: 1};
    this.clear();
  }

  clear() {
    this.entries = new Map();
    this.rows = [];
    this.legs = new Map();
    this.successors = new Map();
    this.strategies = 0;
    this.cut = false;
  }

  get size() { return this.rows.length; }
  get(id) { return this.entries.get(id)?.order; }

  // By a value of each order; the only thing that sorts everything.
  sortBy(value, way) {
    this.sorted = {value, way};
    for (const entry of this.entries.values()) this.place(entry);
    this.rows.sort(this.compare);
  }

  // Takes in orders as they are now; those that are no longer wanted go.
  take(orders, wanted) {
    const moved = new Set();
    for (const order of orders) {
      const known = this.entries.get(order.id);
      if (known && known.order.version > order.version) continue;
      const keep = wanted(order);
      if (!known && !keep) continue;
      this.touch(order.id, moved);
      if (keep) this.put(order, known); else this.drop(order.id);
      this.touch(order.id, moved);
    }
    this.move(moved);
    this.bound();
  }

  put(order, known) {
    if (known) { known.order = order; return; }
    this.entries.set(order.id, {order, at: null});
    if (order.strategy) this.strategies++;
    if (order.parent) {
      if (!this.legs.has(order.parent)) this.legs.set(order.parent, new Set());
      this.legs.get(order.parent).add(order.id);
    }
    if (order.replaces) this.successors.set(order.replaces, order.id);
  }

  drop(id) {
    const {order} = this.entries.get(id);
    this.entries.delete(id);
    if (order.strategy) this.strategies--;
    if (order.replaces) this.successors.delete(order.replaces);
    const legs = order.parent && this.legs.get(order.parent);
    if (legs?.delete(id) && !legs.size) this.legs.delete(order.parent);
  }

  // What stands where it stands because of this order moves with it.
  touch(id, moved) {
    const entry = this.entries.get(id);
    if (!entry || moved.has(entry)) return;
    moved.add(entry);
    for (const leg of this.legs.get(id) ?? []) this.touch(leg, moved);
    // Exits whose entry is not in the list stand together all the same.
    const {parent, replaces} = entry.order;
    if (parent && !this.entries.has(parent)) for (const leg of this.legs.get(parent) ?? []) this.touch(leg, moved);
    if (replaces) this.touch(replaces, moved);
  }

  move(moved) {
    const gone = [...moved].filter((entry) => entry.at);
    if (gone.length > FEW) this.rows = this.rows.filter((entry) => !moved.has(entry));
    else for (const entry of gone) this.rows.splice(this.find(entry), 1);
    const come = [...moved].filter((entry) => this.entries.get(entry.order.id) === entry);
    come.forEach((entry) => this.place(entry));
    come.sort(this.compare);
    if (come.length > FEW) this.rows = this.merged(this.rows, come);
    else for (const entry of come) this.rows.splice(this.find(entry), 0, entry);
  }

  merged(rows, come) {
    const all = new Array(rows.length + come.length);
    let i = 0;
    let j = 0;
    for (let k = 0; k < all.length; k++) {
      all[k] = j === come.length || (i < rows.length && this.compare(rows[i], come[j]) <= 0) ? rows[i++] : come[j++];
    }
    return all;
  }

  // Where it stands, or would stand, by halves.
  find(entry) {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.rows[middle], entry) < 0) low = middle + 1; else high = middle;
    }
    return low;
  }

  indexOf(id) {
    const entry = this.entries.get(id);
    return entry?.at ? this.find(entry) : -1;
  }

  // Written down once, so that what was put in by it is found by it although the order has changed.
  place(entry) {
    const {id} = entry.order;
    const root = this.root(id);
    const replaced = this.successors.has(id) && this.entries.has(this.successors.get(id));
    const alone = !this.entries.has(root);
    const rank = replaced ? 2 : root === id ? 0 : 1;
    entry.at = {value: this.sorted.value(this.entries.get(alone ? this.first(root) : root).order), root, rank, alone, id};
  }

  root(id) {
    let at = id;
    for (let hop = 0; hop < MAX_HOPS; hop++) {
      const successor = this.successors.get(at);
      const next = successor && this.entries.has(successor) ? successor : this.entries.get(at).order.parent;
      if (!next) break;
      if (!this.entries.has(next)) return next;
      at = next;
    }
    return at;
  }

  // The exit that stands for all of an entry that is not in the list.
  first(root) {
    let first = null;
    for (const leg of this.legs.get(root)) if (first === null || leg < first) first = leg;
    return first;
  }

  compare = (one, other) => {
    const a = one.at;
    const b = other.at;
    if (a.value < b.value) return -this.sorted.way;
    if (a.value > b.value) return this.sorted.way;
    if (a.root !== b.root) return a.root < b.root ? 1 : -1;
    if (a.rank !== b.rank) return a.rank - b.rank;
    return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
  };

  // Memory has an end: what stands last goes first.
  bound() {
    while (this.rows.length > this.maxOrders) {
      this.drop(this.rows.pop().order.id);
      this.cut = true;
    }
  }
}
