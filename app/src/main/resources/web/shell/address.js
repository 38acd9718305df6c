// The address names what is shown, #view?name=value, so that a link, a reload and Back lead there again.
const listeners = [];

export function address() {
  const [view, query = ''] = location.hash.slice(1).split('?');
  return {view, params: new URLSearchParams(query)};
}

// The screen with the view that was asked for before the sign-in: only the fragment, which cannot lead elsewhere.
export const signedIn = () => `/${location.hash}`;

// Changes what the address says of the view that is shown; an empty value is left out.
export function setAddress(changes, {push = false} = {}) {
  const {view, params} = address();
  for (const [name, value] of Object.entries(changes)) if (value) params.set(name, value); else params.delete(name);
  const hash = `#${view || 'trade'}${params.size ? `?${params}` : ''}`;
  if (hash === location.hash || (!location.hash && hash === '#trade')) return;
  history[push ? 'pushState' : 'replaceState'](null, '', hash);
  listeners.forEach((listener) => listener(false));
}

// Called after each change; `outside` if it came by a link or by Back.
export const onAddress = (listener) => listeners.push(listener);

window.addEventListener('hashchange', () => listeners.forEach((listener) => listener(true)));
