// Bars of one instrument with fills as marks and prices as lines; a line of an order can be dragged.
import {CandlestickSeries, createSeriesMarkers, LineStyle} from '../vendor/lightweight-charts/lightweight-charts.mjs';
import {colour, colours, plot} from './plot.js';

const GRIP_PIXELS = 6;
const ROOM_BARS = 6;
const NEAR_PERCENT = 5;

// The range of prices in sight, with the lines near enough that the bars stay readable.
export function withLines(info, lines, last) {
  if (!info?.priceRange || !last) return info;
  const near = lines.map((line) => line.price).filter((price) => Math.abs(price / last - 1) * 100 <= NEAR_PERCENT);
  const {minValue, maxValue} = info.priceRange;
  return {...info, priceRange: {minValue: Math.min(minValue, ...near), maxValue: Math.max(maxValue, ...near)}};
}

export class Candles {
  // `dropped` gets a line and the price at which it was let go.
  constructor(box, dropped) {
    this.box = box;
    this.dropped = dropped;
    this.lines = [];
    this.chart = plot(box, {rightPriceScale: {borderVisible: false, scaleMargins: {top: 0.1, bottom: 0.1}}});
    // Room for the text of the last fill.
    this.chart.applyOptions({timeScale: {rightOffset: ROOM_BARS}});
    this.series = this.chart.addSeries(CandlestickSeries, {borderVisible: false, autoscaleInfoProvider: (usual) => withLines(usual(), this.lines, this.bars?.at(-1)?.close)});
    this.markers = createSeriesMarkers(this.series, []);
    this.colours();
    box.addEventListener('pointerdown', (event) => this.grip(event), true);
    box.addEventListener('pointermove', (event) => this.move(event), true);
    box.addEventListener('pointerup', (event) => this.drop(event), true);
    box.addEventListener('pointercancel', () => this.release(), true);
  }

  colours() {
    colours(this.chart, this.box);
    const up = colour(this.box, 'up-strong');
    const down = colour(this.box, 'down-strong');
    this.series.applyOptions({upColor: up, wickUpColor: up, downColor: down, wickDownColor: down});
  }

  // Only another instrument or timeframe moves what is in sight.
  show(name, bars) {
    this.bars = bars.map((bar) => ({time: Math.floor(Date.parse(bar.from) / 1000), open: Number(bar.open), high: Number(bar.high), low: Number(bar.low), close: Number(bar.close)}));
    this.series.setData(this.bars);
    if (name !== this.name) { this.name = name; this.chart.timeScale().fitContent(); }
  }

  // A fill stands at the bar in which it happened.
  mark(fills) {
    const times = (this.bars ?? []).map((bar) => bar.time);
    const marks = fills.map((fill) => ({...fill, time: times.findLast((time) => time <= fill.at)})).filter((fill) => fill.time !== undefined).sort((a, b) => a.time - b.time);
    this.markers.setMarkers(marks.map(({time, buy, text}) => ({time, text, position: buy ? 'belowBar' : 'aboveBar', shape: buy ? 'arrowUp' : 'arrowDown', color: colour(this.box, buy ? 'up' : 'down')})));
  }

  // Lines of {price, title, kind, order}; those of orders can be dragged.
  draw(lines) {
    if (this.held) return;
    this.lines.forEach((line) => this.series.removePriceLine(line.drawn));
    this.lines = lines.map((line) => ({...line, drawn: this.series.createPriceLine({
      price: line.price, title: line.title, color: colour(this.box, line.kind), lineWidth: 1, lineStyle: LineStyle.Dashed, axisLabelVisible: true})}));
  }

  near(event) {
    const y = event.clientY - this.box.getBoundingClientRect().top;
    const distance = (line) => Math.abs((this.series.priceToCoordinate(line.price) ?? Infinity) - y);
    return this.lines.filter((line) => line.order && distance(line) <= GRIP_PIXELS).sort((a, b) => distance(a) - distance(b))[0];
  }

  grip(event) {
    this.held = this.near(event);
    if (!this.held) return;
    event.stopPropagation();
    this.box.setPointerCapture(event.pointerId);
    this.chart.applyOptions({handleScroll: false, handleScale: false});
  }

  move(event) {
    if (!this.held) { this.box.classList.toggle('gripping', Boolean(this.near(event))); return; }
    event.stopPropagation();
    this.price = this.series.coordinateToPrice(event.clientY - this.box.getBoundingClientRect().top);
    if (this.price > 0) this.held.drawn.applyOptions({price: this.price});
  }

  drop(event) {
    const {held, price} = this;
    if (!held) return;
    event.stopPropagation();
    this.release();
    if (price > 0 && price !== held.price) this.dropped(held, price);
    held.drawn.applyOptions({price: held.price});
  }

  release() {
    this.held = null;
    this.price = null;
    this.chart.applyOptions({handleScroll: {vertTouchDrag: false}, handleScale: true});
  }
}
