// What all charts share: the colours of the page, and times in the zone that was chosen.
import {createChart} from '../vendor/lightweight-charts/lightweight-charts.mjs';
import {prefs} from '../base/prefs.js';
import {time} from '../base/format.js';

// The library takes plain colours only: the value of a variable of the style sheet is read off the page.
export function colour(box, name, alpha = 1) {
  const probe = document.createElement('i');
  probe.style.color = `var(--${name})`;
  box.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g);
  probe.remove();
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

export function plot(box, options) {
  return createChart(box, {
    autoSize: true,
    // Its logo is a style element, which the page's policy forbids: the page names TradingView itself.
    layout: {attributionLogo: false, fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12},
    timeScale: {borderVisible: false, timeVisible: true, secondsVisible: false},
    handleScroll: {vertTouchDrag: false},
    ...options,
  });
}

export function colours(chart, box) {
  chart.applyOptions({
    layout: {background: {color: 'transparent'}, textColor: colour(box, 'quiet')},
    grid: {vertLines: {color: colour(box, 'line', 0.5)}, horzLines: {color: colour(box, 'line', 0.5)}},
    localization: {timeFormatter: (seconds) => time(new Date(seconds * 1000).toISOString())},
    timeScale: {tickMarkFormatter: (seconds, kind) => tick(seconds, kind)},
  });
}

// Days and longer by their date, what is shorter by the clock.
function tick(seconds, kind) {
  const zone = prefs.zone === 'utc' ? 'UTC' : undefined;
  const at = new Date(seconds * 1000);
  if (kind <= 2) return at.toLocaleDateString('en', {timeZone: zone, ...(kind === 0 ? {year: 'numeric'} : kind === 1 ? {month: 'short'} : {day: 'numeric', month: 'short'})});
  return at.toLocaleTimeString('en', {timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
}
