// A curve over time, drawn by TradingView's Lightweight Charts in the colours of the page.
import {AreaSeries, BaselineSeries, createChart, LineType} from '../vendor/lightweight-charts/lightweight-charts.mjs';
import {prefs} from '../base/prefs.js';
import {time} from '../base/format.js';

// The library takes plain colours only: what a variable of the style sheet comes to is read off the page.
function colour(box, name, alpha = 1) {
  const probe = document.createElement('i');
  probe.style.color = `var(--${name})`;
  box.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g);
  probe.remove();
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

const KINDS = {
  equity: [AreaSeries, (box) => ({lineColor: colour(box, 'accent'), topColor: colour(box, 'accent', 0.28), bottomColor: colour(box, 'accent', 0.02)})],
  profit: [BaselineSeries, (box) => ({
    baseValue: {type: 'price', price: 0}, topLineColor: colour(box, 'up'), topFillColor1: colour(box, 'up', 0.28), topFillColor2: colour(box, 'up', 0.03),
    bottomLineColor: colour(box, 'down'), bottomFillColor1: colour(box, 'down', 0.03), bottomFillColor2: colour(box, 'down', 0.28),
  })],
};

const dollars = new Intl.NumberFormat('en', {style: 'currency', currency: 'USD'});

export class Chart {
  constructor(box, kind) {
    this.box = box;
    const [series, style] = KINDS[kind];
    this.style = style;
    this.chart = createChart(box, {
      autoSize: true,
      // Its logo is a style element, which the page's policy forbids: the page names TradingView itself.
      layout: {attributionLogo: false, fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 11},
      rightPriceScale: {borderVisible: false, scaleMargins: {top: 0.12, bottom: 0.08}},
      timeScale: {borderVisible: false, timeVisible: true, secondsVisible: false},
      localization: {priceFormatter: (price) => dollars.format(price)},
      handleScroll: {vertTouchDrag: false},
    });
    this.series = this.chart.addSeries(series, {lineWidth: 2, lineType: LineType.Simple, lastValueVisible: true, priceLineVisible: false});
    this.colours();
  }

  colours() {
    const {box} = this;
    this.chart.applyOptions({
      layout: {background: {color: 'transparent'}, textColor: colour(box, 'quiet')},
      grid: {vertLines: {color: colour(box, 'line', 0.5)}, horzLines: {color: colour(box, 'line', 0.5)}},
      localization: {timeFormatter: (seconds) => time(new Date(seconds * 1000).toISOString())},
      timeScale: {tickMarkFormatter: (seconds, kind) => tick(seconds, kind)},
    });
    this.series.applyOptions(this.style(box));
  }

  // Points with rising times in seconds; of several at one time the last counts.
  show(points) {
    const byTime = new Map(points.map(({at, value}) => [Math.floor(Date.parse(at) / 1000), value]));
    this.series.setData([...byTime].sort((a, b) => a[0] - b[0]).map(([at, value]) => ({time: at, value})));
    this.chart.timeScale().fitContent();
  }
}

// Days and longer by their date, what is shorter by the clock, in the zone that was chosen.
function tick(seconds, kind) {
  const zone = prefs.zone === 'utc' ? 'UTC' : undefined;
  const at = new Date(seconds * 1000);
  if (kind <= 2) return at.toLocaleDateString('en', {timeZone: zone, ...(kind === 0 ? {year: 'numeric'} : kind === 1 ? {month: 'short'} : {day: 'numeric', month: 'short'})});
  return at.toLocaleTimeString('en', {timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false});
}
