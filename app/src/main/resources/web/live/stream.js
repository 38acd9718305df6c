// One connection for live news per browser, not per tab: a browser makes only six to one address. The
// tab that holds the lock listens and passes on to those that somebody sees, the others are told
// nothing; when it closes, the next one takes over where it was.
const NAME = 'lockstep-live';
const EVENTS = ['status', 'risk', 'order', 'incident', 'store', 'reset'];
const AGAIN_MILLIS = 3_000;

export class Stream {
  constructor(hear) {
    this.hear = hear;
    this.seq = null;
    this.orders = [];
    this.soon = new MessageChannel();
    this.soon.port1.onmessage = () => this.passOrders();
    // Neither is there without TLS beyond this machine; then each tab that is seen listens for itself.
    this.shared = Boolean(navigator.locks && window.BroadcastChannel);
    if (this.shared) this.queue({});
  }

  // Somebody looks at this tab: it asks how things stand, and is told from now on.
  begin() {
    if (!this.shared) { if (!this.leads) this.open(); return; }
    this.join();
    if (this.leads) this.answer((message) => this.hear(message));
    else this.channel.postMessage({name: 'hello'});
  }

  // Nobody looks at it: only the one that leads goes on.
  rest() {
    if (!this.shared) this.close();
    if (this.leads) return;
    this.channel?.close();
    this.channel = null;
  }

  join() {
    if (this.channel) return;
    this.channel = new BroadcastChannel(NAME);
    this.channel.onmessage = ({data}) => this.take(data);
  }

  queue(options) {
    navigator.locks.request(NAME, options, () => new Promise(() => { this.join(); this.open(); }))
        .catch(() => {
          this.close();
          if (document.hidden) this.rest();
          this.queue({});
        });
  }

  // The tab that led may hang: whoever sees that nothing comes takes its place.
  takeOver() { if (this.shared && !this.leads) this.queue({steal: true}); }

  get leads() { return Boolean(this.source); }

  open() {
    this.source = new EventSource(`/api/v1/events${this.seq === null ? '' : `?after=${this.seq}`}`);
    for (const name of EVENTS) {
      this.source.addEventListener(name, (event) => this.arrived({name, text: event.data, seq: event.lastEventId}));
    }
    this.source.onopen = () => { this.lost = false; this.pass({name: 'open'}); };
    this.source.onerror = () => {
      this.lost = true;
      this.pass({name: 'lost'});
      // A refusal ends a stream for good by the standard; the page goes on asking.
      if (this.source?.readyState === EventSource.CLOSED) {
        this.timer = setTimeout(() => { this.source.close(); this.open(); }, AGAIN_MILLIS);
      }
    };
  }

  close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  // A burst is one message to the other tabs, not one for each order. A hidden tab's timers are held
  // back by the browser, a message to itself is not.
  arrived(message) {
    if (message.name !== 'order') {
      this.passOrders();
      this.pass(message);
      return;
    }
    if (!this.orders.length) this.soon.port2.postMessage(null);
    this.orders.push(message);
  }

  passOrders() {
    const orders = this.orders;
    this.orders = [];
    if (orders.length) this.pass({name: 'orders', texts: orders.map((order) => order.text), seq: orders.at(-1).seq});
  }

  pass(message) {
    this.channel?.postMessage(message);
    this.take(message);
  }

  take(message) {
    if (message.name === 'hello') {
      if (this.leads) this.answer((answer) => this.channel.postMessage(answer));
      return;
    }
    if (message.seq) this.seq = Number(message.seq);
    if (message.name === 'status') this.last = message;
    if (message.name === 'store') this.away = JSON.parse(message.text).away ? message : null;
    this.hear(message);
  }

  answer(tell) {
    if (this.lost) tell({name: 'lost'});
    else if (this.last && this.source.readyState === EventSource.OPEN) {
      tell(this.last);
      if (this.away) tell(this.away);
    }
  }
}
