// Time that only the test moves: Date and the timers of the modules follow it.
const RealDate = Date;

export class Clock {
  constructor(iso) {
    this.now = RealDate.parse(iso);
    this.timers = new Map();
    this.ids = 0;
  }

  install() {
    const clock = this;
    globalThis.Date = class extends RealDate {
      constructor(...given) { super(...(given.length ? given : [clock.now])); }
      static now() { return clock.now; }
    };
    globalThis.setTimeout = (act, millis) => clock.later(act, millis);
    globalThis.setInterval = (act, millis) => clock.later(act, millis, millis);
    globalThis.clearTimeout = globalThis.clearInterval = (id) => { clock.timers.delete(id); };
    return this;
  }

  later(act, millis, every) {
    this.timers.set(++this.ids, {act, at: this.now + millis, every});
    return this.ids;
  }

  // Runs what becomes due, in its order.
  pass(millis) {
    const end = this.now + millis;
    for (;;) {
      const [id, timer] = [...this.timers].filter(([, one]) => one.at <= end).sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!timer) break;
      this.now = timer.at;
      if (timer.every) timer.at += timer.every; else this.timers.delete(id);
      timer.act();
    }
    this.now = end;
  }
}

// Lets promises that are settled run on.
export const settled = () => new Promise((resolve) => { setImmediate(resolve); });
