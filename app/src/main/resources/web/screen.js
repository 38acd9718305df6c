import { setMode } from "./api.js";
import { blotter } from "./blotter.js";
import { listen } from "./live.js";
import { showLine, showStatus } from "./status.js";
import { ticket } from "./ticket.js";

const orders = blotter(document.getElementById("blotter"));
const entry = ticket(document.getElementById("ticket"));
let first = true;

listen({
  order: orders.merge,
  reset: orders.load,
  connected: showLine,
  status(status) {
    setMode(status.mode);
    showStatus(status);
    document.title = `${status.mode} · Lockstep`;
    if (first) { first = false; entry.resume(); }
  },
});
