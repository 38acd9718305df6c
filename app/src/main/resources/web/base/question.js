// A question that is asked again and again, never twice at a time, and only while somebody looks.
export class Question {
  constructor(load, show, everyMillis = 0) {
    this.load = load;
    this.show = show;
    this.everyMillis = everyMillis;
    this.wanted = false;
    document.addEventListener('visibilitychange', () => { if (this.wanted && !document.hidden) this.ask(); });
  }

  begin() {
    this.wanted = true;
    this.ask();
  }

  end() {
    this.wanted = false;
    clearTimeout(this.timer);
  }

  async ask() {
    if (this.asking) { this.again = true; return; }
    clearTimeout(this.timer);
    this.asking = true;
    try { this.show(await this.load(), null); } catch (problem) { this.show(null, problem); }
    this.asking = false;
    if (this.again) { this.again = false; this.ask(); return; }
    if (this.everyMillis && this.wanted && !document.hidden) this.timer = setTimeout(() => this.ask(), this.everyMillis);
  }

  // Soon, however often it is called.
  soon(millis = 500) {
    if (!this.wanted || document.hidden || this.waiting) return;
    this.waiting = setTimeout(() => { this.waiting = null; if (this.wanted) this.ask(); }, millis);
  }
}
