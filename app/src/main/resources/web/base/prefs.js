// What a person prefers, kept in this browser and shared by its tabs.
const KEPT = 'lockstep-prefs';
const USUAL = {theme: 'auto', palette: 'green', density: 'normal', zone: 'local', confirm: 'live', sound: 'off', desktop: 'off'};
const ALLOWED = {
  theme: ['auto', 'light', 'dark'],
  palette: ['green', 'red', 'blue'],
  density: ['compact', 'normal', 'roomy'],
  zone: ['local', 'utc'],
  confirm: ['live', 'always'],
  sound: ['off', 'on'],
  desktop: ['off', 'on'],
};
const hearers = [];

function read() {
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { /* What cannot be read is as good as never set. */ }
  return Object.fromEntries(Object.entries(USUAL).map(([name, usual]) => [name, ALLOWED[name].includes(kept[name]) ? kept[name] : usual]));
}

export let prefs = read();

export function prefer(name, value) {
  prefs = {...prefs, [name]: value};
  localStorage.setItem(KEPT, JSON.stringify(prefs));
  apply();
}

export const onPrefs = (hear) => hearers.push(hear);

function apply() {
  for (const name of ['theme', 'palette', 'density']) document.documentElement.dataset[name] = prefs[name];
  hearers.forEach((hear) => hear(prefs));
}

window.addEventListener('storage', (event) => {
  if (event.key !== KEPT) return;
  prefs = read();
  apply();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
apply();
