// A view whose module is loaded when it is first shown, or when there is time: what the trade view needs comes first.
export class Later {
  // `load` returns a promise of the view; `failed` is called with the problem if it cannot be loaded.
  constructor(load, failed) {
    this.load = load;
    this.failed = failed;
    this.missed = new Map();
  }

  enter() {
    this.shown = true;
    if (this.view) this.view.enter?.(); else this.prepare();
  }

  leave() {
    this.shown = false;
    this.view?.leave?.();
  }

  address(params) {
    this.params = params;
    this.view?.address?.(params);
  }

  again() { this.view?.again?.(); }

  // Calls the view, or later with the last of these values.
  tell(name, ...values) { if (this.view) this.view[name](...values); else this.missed.set(name, values); }

  // Loads it without showing it.
  prepare() {
    this.loading ??= this.load().then((view) => this.loaded(view)).catch((problem) => { this.loading = null; if (this.shown) this.failed(problem); });
    return this.loading;
  }

  loaded(view) {
    this.view = view;
    for (const [name, values] of this.missed) view[name](...values);
    this.missed.clear();
    if (!this.shown) return;
    view.enter?.();
    if (this.params) view.address?.(this.params);
  }
}
