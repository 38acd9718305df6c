import { ask, mayRisk } from "./api.js";
import { el, say } from "./dom.js";

const PENDING = "lockstep.pending";
const FIELDS = [
  ["symbol", "Symbol", null], ["side", "Side", ["buy", "sell"]], ["qty", "Quantity", null], ["cash", "or dollars", null],
  ["type", "Type", ["market", "limit", "stop", "stop_limit", "trailing_stop"]],
  ["limitPrice", "Limit price", null], ["stopPrice", "Stop price", null], ["trailPrice", "Trail, dollars", null],
  ["trailPercent", "or trail, percent", null], ["timeInForce", "Time in force", ["", "day", "gtc", "opg", "cls", "ioc", "fok"]],
  ["tradingHours", "Hours", ["regular", "extended"]], ["orderClass", "Class", ["simple", "bracket", "oco", "oto"]],
  ["takeProfit", "Take profit", null], ["stopLoss", "Stop loss", null], ["stopLossLimit", "Stop loss limit", null]];
const PRICES = { market: [], limit: ["limitPrice"], stop: ["stopPrice"], stop_limit: ["stopPrice", "limitPrice"], trailing_stop: ["trailPrice", "trailPercent"] };
const EXITS = { simple: [], bracket: ["takeProfit", "stopLoss", "stopLossLimit"], oco: ["stopLoss", "stopLossLimit"], oto: ["takeProfit", "stopLoss", "stopLossLimit"] };
const CONDITIONAL = new Set([...Object.values(PRICES).flat(), ...Object.values(EXITS).flat()]);
const plain = name => name.replaceAll("_", "").toLowerCase();

/** The ticket: a wish has one key until it is answered, so clicks, reloads and retries are one order. */
export function ticket(form) {
  const inputs = {}, boxes = {}, errors = {};
  for (const [name, label, words] of FIELDS) {
    const error = el("p", { className: "wrong", id: "wrong-" + name });
    const input = words
      ? el("select", { name }, ...words.map(word => el("option", { value: word }, word ? word.replaceAll("_", " ") : "usual")))
      : el("input", { name, autocomplete: "off", inputMode: name === "symbol" ? "text" : "decimal" });
    input.setAttribute("aria-describedby", error.id);
    boxes[name] = el("div", {}, el("label", {}, label, input), error);
    inputs[name] = input; errors[name] = error;
    form.append(boxes[name]);
  }
  const general = el("p", { className: "wrong", role: "alert" });
  const send = el("button", { className: "primary", type: "submit" }, "Send order");
  form.append(general, send);
  const fit = () => {
    const shown = new Set([...PRICES[inputs.type.value], ...EXITS[inputs.orderClass.value]]);
    for (const name of CONDITIONAL) { boxes[name].hidden = !shown.has(name); if (!shown.has(name)) inputs[name].value = ""; }
    send.textContent = inputs.side.value === "buy" ? "Send buy order" : "Send sell order";
  };
  form.addEventListener("change", fit);
  fit();

  const clear = () => { general.textContent = ""; for (const name in errors) { errors[name].textContent = ""; inputs[name].removeAttribute("aria-invalid"); } };
  const wrong = json => {
    const name = json.field && Object.keys(inputs).find(each => plain(each) === plain(json.field));
    const target = name && !boxes[name].hidden ? errors[name] : general;
    target.textContent = json.detail ?? json.text ?? "not sent";
    if (target !== general) { inputs[name].setAttribute("aria-invalid", "true"); inputs[name].focus(); }
  };

  async function deliver(pending) {
    send.disabled = true;
    try {
      const { ok, status, json } = await ask("POST", "/orders", { body: pending.body, key: pending.key });
      // Only a word about this order settles the wish; anything else may be asked again under its key.
      if (json.order || (status >= 400 && status < 500 && status !== 429 && status !== 401)) sessionStorage.removeItem(PENDING);
      if (ok && json.order) say(`${json.order.symbol}: ${json.order.status}. ${json.text}`);
      else wrong(json);
    } catch {
      general.textContent = "No answer. Press send again: it stays one order.";
    }
    send.disabled = false;
  }
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (send.disabled) return;
    clear();
    if (!mayRisk()) { general.textContent = "Not sent: the words for real money were not given."; return; }
    const body = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value.trim()]).filter(([, value]) => value));
    const before = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
    if (before && JSON.stringify(before.body) !== JSON.stringify(body)) {
      general.textContent = "An earlier order has had no answer yet; it is asked for again first.";
      deliver(before);
      return;
    }
    const pending = before ?? { key: crypto.randomUUID(), body };
    sessionStorage.setItem(PENDING, JSON.stringify(pending));
    deliver(pending);
  });
  /** After a reload: what had no answer is asked for again under the same key. */
  return { resume() { const before = JSON.parse(sessionStorage.getItem(PENDING) ?? "null"); if (before && mayRisk()) deliver(before); } };
}
