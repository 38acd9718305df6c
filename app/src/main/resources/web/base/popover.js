// A small panel below a button: opened by it, closed by Escape, a click elsewhere or another view.
const GAP_PIXELS = 4;
const EDGE_PIXELS = 8;

// `opened` is called before it is shown.
export function popover(button, box, opened = () => {}) {
  box.setAttribute('popover', 'auto');
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-haspopup', 'true');
  button.after(box);
  button.popoverTargetElement = box;
  box.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') return;
    opened();
    const {left, bottom} = button.getBoundingClientRect();
    box.style.top = `${bottom + GAP_PIXELS}px`;
    box.style.left = `${left}px`;
  });
  window.addEventListener('hashchange', () => { if (box.matches(':popover-open')) box.hidePopover(); });
  box.addEventListener('toggle', (event) => {
    const open = event.newState === 'open';
    button.setAttribute('aria-expanded', String(open));
    if (!open) return;
    // What would leave the window at the right or below is moved back.
    const {right, bottom} = box.getBoundingClientRect();
    const out = right - (window.innerWidth - EDGE_PIXELS);
    if (out > 0) box.style.left = `${Math.max(EDGE_PIXELS, button.getBoundingClientRect().left - out)}px`;
    const below = bottom - (window.innerHeight - EDGE_PIXELS);
    if (below > 0) box.style.top = `${Math.max(EDGE_PIXELS, box.getBoundingClientRect().top - below)}px`;
  });
}
