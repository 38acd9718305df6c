// Stands in for fetch: keeps the requests and answers them as the test says, now or later.
import {define} from './page.mjs';

export class Server {
  constructor() {
    this.requests = [];
    this.answers = [];
    define('fetch', (path, options) => this.fetch(path, options));
  }

  // The next request is answered with this status and body.
  answer(status, body) { this.answers.push(() => Promise.resolve(this.response(status, body))); return this; }

  fail(name = 'TypeError') { this.answers.push(() => Promise.reject(Object.assign(new Error('gone'), {name}))); return this; }

  // Returns what answers the next request once it is called.
  hold() {
    let release;
    const held = new Promise((resolve) => { release = (status, body) => resolve(this.response(status, body)); });
    this.answers.push(() => held);
    return release;
  }

  response(status, body) {
    return {status, ok: status < 300, text: async () => (typeof body === 'string' ? body : JSON.stringify(body))};
  }

  fetch(path, {method, headers, body}) {
    this.requests.push({method, path, headers, body: body && JSON.parse(body)});
    const answer = this.answers.shift();
    if (!answer) throw new Error(`unexpected ${method} ${path}`);
    return answer();
  }
}
