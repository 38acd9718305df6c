// Asks the interface; what is refused is thrown as a Problem with its fields.
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.text || `the server answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

let liveWords = null;

// With real money the words are typed once in this tab; they are never stored.
export function setLiveWords(words) { liveWords = words; }
export const hasLiveWords = () => liveWords !== null;

export async function ask(method, path, body, key) {
  const headers = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  if (liveWords) headers['Lockstep-Live'] = liveWords;
  const response = await fetch(`/api/v1${path}`, {
    method, headers, cache: 'no-store',
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  let answer;
  try { answer = text ? JSON.parse(text) : {}; } catch { answer = {detail: 'the answer could not be read'}; }
  if (!response.ok) throw new Problem(response.status, answer);
  return answer;
}
