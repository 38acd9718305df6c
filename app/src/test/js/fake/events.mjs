// What connects a tab to the server and to the other tabs: event streams, channels and locks, all in one process.
import {define} from './page.mjs';

export class FakeEventSource extends EventTarget {
  static CLOSED = 2;
  static OPEN = 1;
  static all = [];

  static get open() { return this.all.filter((one) => one.readyState !== this.CLOSED); }

  constructor(url) {
    super();
    this.url = url;
    this.readyState = 0;
    FakeEventSource.all.push(this);
  }

  opens() {
    this.readyState = FakeEventSource.OPEN;
    this.onopen();
  }

  // The browser connects again by itself, unless the server has refused.
  breaks({refused = false} = {}) {
    this.readyState = refused ? FakeEventSource.CLOSED : 0;
    this.onerror();
  }

  sends(name, data, seq = '') {
    const event = new Event(name);
    this.dispatchEvent(Object.assign(event, {data: JSON.stringify(data), lastEventId: String(seq)}));
  }

  close() { this.readyState = FakeEventSource.CLOSED; }
}

class FakeChannel {
  static all = new Set();

  constructor(name) {
    this.name = name;
    FakeChannel.all.add(this);
  }

  postMessage(data) { for (const other of FakeChannel.all) if (other !== this && other.name === this.name) other.onmessage?.({data}); }
  close() { FakeChannel.all.delete(this); }
}

// Delivers when the test says so, as a browser does after what is being done.
class FakeMessageChannel {
  static posted = [];

  constructor() {
    this.port1 = {};
    this.port2 = {postMessage: (data) => FakeMessageChannel.posted.push(() => this.port1.onmessage({data}))};
  }
}

export const deliver = () => FakeMessageChannel.posted.splice(0).forEach((act) => act());

// One lock, given in the order of the requests; a thief gets it at once.
export class FakeLocks {
  constructor() { this.waiting = []; }

  request(name, {steal = false}, act) {
    return new Promise((resolve, reject) => {
      const one = {act, reject};
      if (steal) {
        const robbed = this.holder;
        this.give(one);
        robbed?.reject(new Error('stolen'));
      } else if (this.holder) this.waiting.push(one);
      else this.give(one);
    });
  }

  give(one) {
    this.holder = one;
    one.act();
  }

  // The tab that holds the lock is closed.
  release() {
    this.holder = null;
    if (this.waiting.length) this.give(this.waiting.shift());
  }
}

define('EventSource', FakeEventSource);
define('MessageChannel', FakeMessageChannel);

// Whether tabs can share a connection: a page without TLS beyond this machine has no locks.
export function sharing(on) {
  FakeEventSource.all.length = 0;
  FakeChannel.all.clear();
  FakeMessageChannel.posted.length = 0;
  window.BroadcastChannel = on ? FakeChannel : undefined;
  define('BroadcastChannel', window.BroadcastChannel);
  navigator.locks = on ? new FakeLocks() : undefined;
  return navigator.locks;
}
