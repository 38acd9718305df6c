const BASE = "/api/v1";
const LIVE_WORDS = "this is real money";
let live = false;
let confirmed = false;

/** Real money is asked for in words, once in a tab. */
export const setMode = mode => { live = mode === "LIVE"; };

export function mayRisk() {
  if (live && !confirmed) confirmed = prompt(`This sends orders with real money. Type: ${LIVE_WORDS}`) === LIVE_WORDS;
  return !live || confirmed;
}

/** What the server answered; throws only where no answer came. */
export async function ask(method, path, { body, key } = {}) {
  const headers = {};
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  if (live && confirmed) headers["Lockstep-Live"] = LIVE_WORDS;
  const answer = await fetch(BASE + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const json = await answer.json().catch(() => ({}));
  return { ok: answer.ok, status: answer.status, json };
}
