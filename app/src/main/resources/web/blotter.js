import { ask } from "./api.js";
import { el, say } from "./dom.js";

const ROW_PX = 28, SPARE_ROWS = 8, PAGE_ORDERS = 500;
const OPEN = new Set(["HELD", "ACCEPTED", "NEW", "PARTIALLY_FILLED", "DONE_FOR_DAY", "SUSPENDED", "PENDING_CANCEL", "PENDING_REPLACE"]);
const TABS = {
  Open: ["open", s => OPEN.has(s)], Filled: ["filled", s => s === "FILLED"],
  Canceled: ["canceled,expired,replaced", s => ["CANCELED", "EXPIRED", "REPLACED"].includes(s)],
  Rejected: ["denied,rejected,never_accepted", s => ["DENIED", "REJECTED", "NEVER_ACCEPTED"].includes(s)],
  Unknown: ["unresolved", s => s === "UNKNOWN" || s === "PENDING_SUBMIT"], All: ["all", () => true] };
const price = o => [o.stopPx && `stop ${o.stopPx}`, o.limitPrice && `limit ${o.limitPrice}`, o.trailPrice && `trail ${o.trailPrice}`, o.trailPercent && `trail ${o.trailPercent}%`].filter(Boolean).join(" ") || "market";

/** The list of orders: pages come as they are scrolled to, and only rows in sight are in the page. */
export function blotter(root) {
  let tab = "All", symbol = "", orders = [], next = null, loading = false, trouble = "", turn = 0;
  const buttons = Object.keys(TABS).map(name => el("button", { type: "button", onclick: () => { tab = name; load(); } }, name));
  const filter = el("input", { className: "grow", placeholder: "Symbol", ariaLabel: "Only this symbol", onchange: () => { symbol = filter.value.trim().toUpperCase(); load(); } });
  const rows = el("div", { className: "rows" });
  const head = el("div", { className: "row head" }, ...["Time", "Symbol", "Side", "Quantity", "Type", "TIF", "Status", "Filled", "Average", ""].map((text, at) => el("span", { className: [3, 7, 8].includes(at) ? "num" : "" }, text)));
  const table = el("div", { className: "table", tabIndex: 0, role: "region", ariaLabel: "List of orders" }, el("div", { className: "grid" }, head, rows));
  root.append(el("div", { className: "bar" }, ...buttons, filter), table);

  async function cancel(order) {
    const { ok, json } = await ask("DELETE", "/orders/" + order.id).catch(() => ({ json: { detail: "no answer; ask again" } }));
    say(`Cancel ${order.symbol}: ${ok ? json.text || json.result : json.detail}`);
  }
  const cell = (text, name = "") => el("span", { className: name, title: text }, text);
  function row(o, at) {
    const tone = o.status === "FILLED" ? "good" : TABS.Rejected[1](o.status) || TABS.Unknown[1](o.status) ? "bad" : "";
    const node = el("div", { className: "row" }, cell(new Date(o.createdAt).toLocaleTimeString([], { hour12: false })), cell(o.symbol), cell(o.side),
      cell(o.orderQty ?? "$" + o.cashOrderQty, "num"), cell(price(o)), cell(o.timeInForce), cell(o.status, tone), cell(o.cumQty, "num"), cell(o.avgPx ?? "", "num"),
      OPEN.has(o.status) && o.status !== "PENDING_CANCEL" || o.status === "WAITING" || TABS.Unknown[1](o.status)
        ? el("button", { type: "button", ariaLabel: `Cancel ${o.symbol} ${o.id}`, onclick: () => cancel(o) }, "Cancel") : "");
    node.style.top = at * ROW_PX + "px";
    node.dataset.id = o.id;
    return node;
  }
  function draw() {
    buttons.forEach(button => button.setAttribute("aria-pressed", String(button.textContent === tab)));
    rows.style.height = orders.length * ROW_PX + "px";
    if (!orders.length) { rows.replaceChildren(el("p", { className: "empty" }, loading ? "Loading…" : trouble || "No orders here.")); return; }
    const first = Math.max(0, Math.floor(table.scrollTop / ROW_PX) - SPARE_ROWS);
    const last = Math.min(orders.length, first + Math.ceil(table.clientHeight / ROW_PX) + 2 * SPARE_ROWS);
    const focused = document.activeElement?.closest?.(".rows .row")?.dataset.id;
    rows.replaceChildren(...orders.slice(first, last).map((order, at) => row(order, first + at)));
    // A row that is drawn again keeps the focus that was in it.
    if (focused) rows.querySelector(`[data-id="${CSS.escape(focused)}"] button`)?.focus({ preventScroll: true });
    if (next && !loading && last > orders.length - 100) page();
  }
  async function page() {
    loading = true;
    const mine = turn;
    const query = new URLSearchParams({ status: TABS[tab][0], direction: "newest", limit: PAGE_ORDERS });
    if (symbol) query.set("symbol", symbol);
    if (next) query.set("after", next);
    const { ok, json } = await ask("GET", "/orders?" + query).catch(() => ({ ok: false, json: { detail: "the platform does not answer" } }));
    if (mine !== turn) return;
    loading = false;
    if (ok) { const known = new Set(orders.map(o => o.id)); orders = orders.concat(json.orders.filter(o => !known.has(o.id))); next = json.next; trouble = ""; }
    else { next = null; trouble = "The orders cannot be shown: " + json.detail; say(trouble); }
    draw();
  }
  function load() { turn++; orders = []; next = null; table.scrollTop = 0; page(); draw(); }
  function merge(changed) {
    const place = new Map(orders.map((o, at) => [o.id, at]));
    const fits = o => TABS[tab][1](o.status) && (!symbol || o.symbol === symbol);
    const fresh = [];
    for (const order of changed) {
      const at = place.get(order.id);
      // An older version may arrive late: it never takes the place of a newer one.
      if (at !== undefined) { if (orders[at].version <= order.version) orders[at] = order; }
      else if (fits(order)) fresh.push(order);
    }
    orders = fresh.concat(orders).filter(fits).sort((a, b) => a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
    draw();
  }
  let asked = false;
  const soon = () => { if (!asked) { asked = true; requestAnimationFrame(() => { asked = false; draw(); }); } };
  table.addEventListener("scroll", soon, { passive: true });
  new ResizeObserver(soon).observe(table);
  load();
  return { merge, load };
}
