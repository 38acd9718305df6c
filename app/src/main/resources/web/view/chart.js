// A curve over time, drawn by TradingView's Lightweight Charts in the colours of the page.
import {AreaSeries, BaselineSeries, LineType} from '../vendor/lightweight-charts/lightweight-charts.mjs';
import {colour, colours, plot} from './plot.js';

const KINDS = {
  equity: [AreaSeries, (box) => ({lineColor: colour(box, 'accent'), topColor: colour(box, 'accent', 0.28), bottomColor: colour(box, 'accent', 0.02)})],
  profit: [BaselineSeries, (box) => ({
    baseValue: {type: 'price', price: 0}, topLineColor: colour(box, 'up'), topFillColor1: colour(box, 'up', 0.28), topFillColor2: colour(box, 'up', 0.03),
    bottomLineColor: colour(box, 'down'), bottomFillColor1: colour(box, 'down', 0.03), bottomFillColor2: colour(box, 'down', 0.28),
  })],
  drawdown: [AreaSeries, (box) => ({lineColor: colour(box, 'down'), topColor: colour(box, 'down', 0.03), bottomColor: colour(box, 'down', 0.28), invertFilledArea: true})],
};

// As wide as the largest price, so that charts under each other have one time axis.
const AXIS_PIXELS = 96;
const dollars = new Intl.NumberFormat('en', {style: 'currency', currency: 'USD'});

export class Chart {
  constructor(box, kind) {
    this.box = box;
    const [series, style] = KINDS[kind];
    this.style = style;
    this.chart = plot(box, {rightPriceScale: {borderVisible: false, minimumWidth: AXIS_PIXELS, scaleMargins: {top: 0.12, bottom: 0.08}}, localization: {priceFormatter: (price) => (kind === 'drawdown' ? `${price.toFixed(2)} %` : dollars.format(price))}});
    this.series = this.chart.addSeries(series, {lineWidth: 2, lineType: LineType.Simple, lastValueVisible: true, priceLineVisible: false});
    this.colours();
  }

  colours() {
    colours(this.chart, this.box);
    this.series.applyOptions(this.style(this.box));
  }

  // Points with rising times in seconds; of several at one time the last counts.
  show(points) {
    const byTime = new Map(points.map(({at, value}) => [Math.floor(Date.parse(at) / 1000), value]));
    this.series.setData([...byTime].sort((a, b) => a[0] - b[0]).map(([at, value]) => ({time: at, value})));
    this.chart.timeScale().fitContent();
  }
}
