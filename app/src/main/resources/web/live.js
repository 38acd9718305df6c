/** Keeps the page in step; the browser itself comes back with the place it had got to. */
export function listen({ order, status, reset, connected }) {
  const changed = new Map();
  let asked = false;
  const flush = () => { asked = false; const orders = [...changed.values()]; changed.clear(); order(orders); };
  const open = () => {
    const source = new EventSource("/api/v1/events");
    source.onopen = () => connected(true);
    source.onerror = () => {
      connected(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(() => { reset(); open(); }, 3000);
    };
    source.addEventListener("order", event => {
      const fresh = JSON.parse(event.data).order;
      changed.set(fresh.id, fresh);
      if (!asked) { asked = true; requestAnimationFrame(flush); }
    });
    source.addEventListener("status", event => status(JSON.parse(event.data)));
    source.addEventListener("reset", reset);
  };
  open();
}
