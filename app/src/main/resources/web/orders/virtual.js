// Shows those of many rows that are in sight. A row keeps its element for as long as it is in sight, so
// that a click that begins on it ends on it, whatever news come between.
const SPARE_ROWS = 8;

export class Virtual {
  // `make` makes a row, `fill` writes an item into it; `mark` tells whether it must be written anew.
  constructor(scroller, canvas, {key, make, fill, mark}) {
    Object.assign(this, {scroller, canvas, key, make, fill, mark});
    this.items = [];
    this.nodes = new Map();
    this.spare = [];
    scroller.addEventListener('scroll', () => this.soon(), {passive: true});
    new ResizeObserver(() => this.soon()).observe(scroller);
  }

  soon() {
    this.frame ??= requestAnimationFrame(() => { this.frame = null; this.paint(); });
  }

  measure() {
    this.row = parseFloat(getComputedStyle(this.canvas).getPropertyValue('--row')) || 28;
    this.head = parseFloat(getComputedStyle(this.canvas).getPropertyValue('--head')) || 0;
  }

  paint() {
    this.measure();
    const top = this.scroller.scrollTop;
    const first = Math.max(0, Math.floor(top / this.row) - SPARE_ROWS);
    const last = Math.min(this.items.length, Math.ceil((top + this.scroller.clientHeight) / this.row) + SPARE_ROWS);
    this.canvas.style.height = `${this.items.length * this.row + this.head}px`;
    const inSight = new Map();
    for (let i = first; i < last; i++) inSight.set(this.key(this.items[i]), i);
    for (const [key, node] of this.nodes) {
      if (inSight.has(key)) continue;
      this.nodes.delete(key);
      node.remove();
      if (this.spare.length < 2 * SPARE_ROWS) this.spare.push(node);
    }
    let before = this.canvas.firstElementChild;
    for (const [key, i] of inSight) {
      const node = this.node(key, i);
      const next = before ? before.nextElementSibling : this.canvas.firstElementChild;
      if (next !== node) this.canvas.insertBefore(node, next);
      before = node;
    }
    this.last = last;
    this.onPaint?.(first, last);
  }

  node(key, i) {
    let node = this.nodes.get(key);
    if (!node) {
      node = this.spare.pop() ?? this.make();
      node.mark = null;
      this.nodes.set(key, node);
    }
    const mark = this.mark(this.items[i], i);
    if (node.mark !== mark) {
      node.mark = mark;
      this.fill(node, this.items[i], i);
    }
    const place = `translateY(${i * this.row}px)`;
    if (node.style.transform !== place) node.style.transform = place;
    return node;
  }

  // Scrolls as little as needed.
  reveal(index) {
    this.measure();
    const top = index * this.row;
    const room = this.scroller.clientHeight - this.head - this.row;
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
    else if (top > this.scroller.scrollTop + room) this.scroller.scrollTop = top - room;
  }
}
