// One connection for live news per browser, not per tab: a browser makes only six to one address. The
// tab that holds the lock listens and passes on; when it closes, the next one takes over where it was.
const NAME = 'lockstep-live';
const EVENTS = ['status', 'risk', 'order', 'incident', 'reset'];
const AGAIN_MILLIS = 3_000;

export class Stream {
  constructor(hear) {
    this.hear = hear;
    this.seq = null;
    this.orders = [];
    this.soon = new MessageChannel();
    this.soon.port1.onmessage = () => this.passOrders();
    if (!navigator.locks || !window.BroadcastChannel) {
      // Neither is there without TLS beyond this machine; then each tab listens for itself.
      this.open();
      return;
    }
    this.channel = new BroadcastChannel(NAME);
    this.channel.onmessage = ({data}) => this.take(data);
    this.queue({});
    this.channel.postMessage({name: 'hello'});
  }

  queue(options) {
    navigator.locks.request(NAME, options, () => new Promise(() => this.open()))
        .catch(() => { this.close(); this.queue({}); });
  }

  // The tab that led may hang: whoever sees that nothing comes takes its place.
  takeOver() { if (this.channel && !this.source) this.queue({steal: true}); }

  get leads() { return Boolean(this.source); }

  open() {
    this.source = new EventSource(`/api/v1/events${this.seq === null ? '' : `?after=${this.seq}`}`);
    for (const name of EVENTS) {
      this.source.addEventListener(name, (event) => this.arrived({name, text: event.data, seq: event.lastEventId}));
    }
    this.source.onopen = () => this.pass({name: 'open'});
    this.source.onerror = () => {
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
      if (this.last && this.source?.readyState === EventSource.OPEN) this.channel.postMessage(this.last);
      return;
    }
    if (message.seq) this.seq = Number(message.seq);
    if (message.name === 'status') this.last = message;
    this.hear(message);
  }
}
