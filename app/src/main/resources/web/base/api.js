// Asks the interface; what is refused is thrown as a Problem with its fields.
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.text || `the server answered ${status}`);
    this.status = status;
    this.body = body;
  }

  // Whether the server said no, rather than nothing that can be relied on.
  get refused() { return this.status >= 400 && this.status < 500; }
}

const LONGEST_MILLIS = 60_000;
let liveWords = null;

// With real money, while trading is armed; never stored.
export function setLiveWords(words) { liveWords = words; }

export async function ask(method, path, body, key) {
  const headers = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  if (liveWords) headers['Lockstep-Live'] = liveWords;
  let response;
  let text;
  try {
    response = await fetch(`/api/v1${path}`, {
      method, headers, cache: 'no-store', signal: AbortSignal.timeout(LONGEST_MILLIS),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    text = await response.text();
  } catch (gone) {
    throw new Problem(0, {detail: gone.name === 'TimeoutError' ? 'the server did not answer in time' : 'the server does not answer'});
  }
  let answer;
  try { answer = text ? JSON.parse(text) : {}; } catch { answer = {detail: 'the answer could not be read'}; }
  if (response.status === 401 && !location.pathname.endsWith('login.html')) location.assign(`/web/login.html${location.hash}`);
  if (!response.ok) throw new Problem(response.status, answer);
  return answer;
}

// A key for one order; randomUUID is there only on this machine or with TLS.
export function freshKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
