import { el } from "./dom.js";

const bar = document.getElementById("status");
const notice = document.getElementById("notice");
let last = null;
let heard = 0;
let line = false;

/** Shows how the platform is; ages grow here between two messages. */
export function showStatus(status) { last = status; heard = Date.now(); draw(); }
export function showLine(connected) { line = connected; draw(); }

const age = ms => ms == null ? "never" : ms < 60000 ? `${Math.floor(ms / 1000)} s ago` : `${Math.floor(ms / 60000)} min ago`;
const item = (name, text, tone = "") => el("dl", {}, el("dt", {}, name), el("dd", { className: tone }, text));

function draw() {
  const silent = Date.now() - heard;
  const stale = !line || silent > 15000;
  document.body.classList.toggle("stale", stale);
  if (!last) { bar.replaceChildren(item("page", line ? "connected" : "disconnected", line ? "good" : "bad")); return; }
  const s = last;
  const active = s.tradingState === "ACTIVE";
  bar.replaceChildren(
    el("span", { className: "mode " + s.mode }, s.mode === "LIVE" ? "LIVE: real money" : s.mode),
    item("trading", s.tradingState, active ? "good" : "bad"),
    item("broker", s.broker.reachable ? `reachable${s.broker.latencyMillis == null ? "" : ` ${s.broker.latencyMillis} ms`}` : "not reachable", s.broker.reachable ? "good" : "bad"),
    item("stream", s.stream.state.toLowerCase(), s.stream.state === "LISTENING" ? "good" : "warn"),
    item("sync", age(s.sync.ageMillis == null ? null : s.sync.ageMillis + silent), s.sync.fresh ? "good" : "bad"),
    item("database", s.store.health, s.store.health === "SOUND" ? "good" : "bad"),
    item("unknown", String(s.unresolved.count), s.unresolved.count ? "bad" : ""),
    item("incidents", String(s.incidents), s.incidents ? "warn" : ""),
    item("market", s.market ? (s.market.open ? "open" : "closed") : "not known", s.market && !s.market.open ? "warn" : ""),
    item("page", stale ? `stale, ${age(silent)}` : "live", stale ? "bad" : "good"));
  const why = [];
  if (stale) why.push("No news from the platform: what is shown may be old. It reconnects by itself.");
  if (s.store.health !== "SOUND") why.push(`The database takes no new orders: ${s.store.text}`);
  if (!active) why.push(...s.restrictions.map(r => `${r.state} by ${r.who ?? r.source}: ${r.why}`));
  if (!s.broker.reachable && s.broker.fault) why.push(`Broker: ${s.broker.fault}`);
  const text = why.join(" · ");
  // Only on change: an alert that is written again is read aloud again.
  if (notice.textContent !== text) notice.textContent = text;
  notice.hidden = !text;
}
setInterval(draw, 1000);
