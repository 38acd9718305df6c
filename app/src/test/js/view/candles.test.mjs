import assert from 'node:assert/strict';
import test from 'node:test';
import {FakeElement, happens} from '../fake/page.mjs';
import '../fake/style.mjs';
import {Candles, withLines} from '../../../main/resources/web/view/candles.js';

// One dollar is ten pixels, from 200 at the top; the box begins 50 pixels below the page's top.
const TOP = 50;
const yOf = (price) => (200 - price) * 10;
const at = (price) => TOP + yOf(price);

// Candles on a chart that keeps what it is given: the library needs a browser.
function candles() {
  const box = new FakeElement('div');
  box.box = {top: TOP};
  const dropped = [];
  const seen = {fits: 0, lines: new Set(), options: {}};
  const made = Object.assign(Object.create(Candles.prototype), {
    box, dropped: (line, price) => dropped.push([line.title, price]), lines: [],
    chart: {applyOptions: (options) => Object.assign(seen.options, options), timeScale: () => ({fitContent: () => { seen.fits++; }})},
    series: {
      setData: (bars) => { seen.bars = bars; },
      createPriceLine: (options) => { const line = {...options, applyOptions(more) { Object.assign(this, more); }}; seen.lines.add(line); return line; },
      removePriceLine: (line) => seen.lines.delete(line),
      priceToCoordinate: yOf,
      coordinateToPrice: (y) => 200 - y / 10,
    },
    markers: {setMarkers: (marks) => { seen.marks = marks; }},
  });
  const pointer = (name, price) => made[name](happens(name, {clientY: at(price), pointerId: 1}));
  const titles = () => [...seen.lines].map((line) => `${line.title} ${line.price}`);
  return {candles: made, box, dropped, seen, pointer, titles};
}

const BARS = [10, 11, 12].map((hour) => ({from: `2026-03-02T${hour}:00:00Z`, open: '190', high: '191.5', low: '189', close: '191'}));
const seconds = (iso) => Date.parse(iso) / 1000;

test('bars are numbers at the second at which they begin', () => {
  const {candles: made, seen} = candles();
  made.show('AAPL 1h', BARS.slice(0, 1));
  assert.deepEqual(seen.bars, [{time: seconds('2026-03-02T10:00:00Z'), open: 190, high: 191.5, low: 189, close: 191}]);
});

test('only another instrument moves what is in sight', () => {
  const {candles: made, seen} = candles();
  made.show('AAPL 1h', BARS);
  made.show('AAPL 1h', BARS.slice(1));
  assert.equal(seen.fits, 1);
  made.show('MSFT 1h', BARS);
  assert.equal(seen.fits, 2);
});

test('a fill stands at the bar in which it happened, one before all bars nowhere', () => {
  const {candles: made, seen} = candles();
  made.show('AAPL 1h', BARS);
  made.mark([
    {at: seconds('2026-03-02T12:59:59Z'), buy: false, text: 'sell'}, {at: seconds('2026-03-02T11:00:00Z'), buy: true, text: 'buy'}, {at: seconds('2026-03-02T09:59:59Z'), buy: true, text: 'early'},
  ]);
  assert.deepEqual(seen.marks.map(({time, text, position, shape}) => [time, text, position, shape]), [
    [seconds('2026-03-02T11:00:00Z'), 'buy', 'belowBar', 'arrowUp'], [seconds('2026-03-02T12:00:00Z'), 'sell', 'aboveBar', 'arrowDown'],
  ]);
  assert.notEqual(seen.marks[0].color, seen.marks[1].color);
});

test('fills without bars are not shown', () => {
  const {candles: made, seen} = candles();
  made.mark([{at: 1, buy: true, text: 'x'}]);
  assert.deepEqual(seen.marks, []);
});

const line = (price, more) => ({price, title: 'limit', kind: 'buy', order: {id: 'a'}, ...more});

test('the lines of a drawing replace those before', () => {
  const {candles: made, titles} = candles();
  made.draw([line(190), line(180)]);
  made.draw([line(185)]);
  assert.deepEqual(titles(), ['limit 185']);
});

test('a line of an order is dragged to a price', () => {
  const {candles: made, dropped, pointer, seen, titles} = candles();
  made.draw([line(190)]);
  pointer('grip', 190.5);
  assert.equal(seen.options.handleScroll, false);
  pointer('move', 188);
  assert.deepEqual(titles(), ['limit 188']);
  pointer('drop', 188);
  assert.deepEqual(dropped, [['limit', 188]]);
  assert.deepEqual(titles(), ['limit 190']);
  assert.deepEqual(seen.options.handleScroll, {vertTouchDrag: false});
});

test('a press next to a line, on a position or without a move changes nothing', () => {
  const {candles: made, dropped, pointer} = candles();
  made.draw([line(190), line(170, {order: null})]);
  for (const [from, to] of [[191, 188], [170, 160], [190, 190]]) {
    pointer('grip', from);
    pointer('move', to);
    pointer('drop', to);
  }
  pointer('grip', 190);
  pointer('drop', 190);
  assert.deepEqual(dropped, []);
});

test('of two lines the nearer one is taken', () => {
  const {candles: made, dropped, pointer} = candles();
  made.draw([line(190, {title: 'far'}), line(190.6, {title: 'near'})]);
  pointer('grip', 190.5);
  pointer('move', 195);
  pointer('drop', 195);
  assert.deepEqual(dropped, [['near', 195]]);
});

test('a line cannot be dragged below zero', () => {
  const {candles: made, dropped, pointer} = candles();
  made.draw([line(1)]);
  pointer('grip', 1);
  pointer('move', -3);
  pointer('drop', -3);
  assert.deepEqual(dropped, []);
});

test('while a line is held a new drawing does not take it away', () => {
  const {candles: made, pointer, titles} = candles();
  made.draw([line(190)]);
  pointer('grip', 190);
  made.draw([line(100)]);
  assert.deepEqual(titles(), ['limit 190']);
  made.release();
  made.draw([line(100)]);
  assert.deepEqual(titles(), ['limit 100']);
});

test('the pointer shows which line can be taken', () => {
  const {candles: made, box, pointer} = candles();
  made.draw([line(190)]);
  pointer('move', 190.2);
  assert.equal(box.className, 'gripping');
  pointer('move', 195);
  assert.equal(box.className, '');
});

test('lines near the market are in sight, and distant ones do not flatten the bars', () => {
  const info = {priceRange: {minValue: 189, maxValue: 192}};
  assert.deepEqual(withLines(info, [{price: 184}, {price: 198}, {price: 100}, {price: 400}], 191).priceRange, {minValue: 184, maxValue: 198});
  assert.deepEqual(withLines(info, [], 191).priceRange, info.priceRange);
  assert.equal(withLines(null, [{price: 190}], 191), null);
  assert.equal(withLines(info, [{price: 190}], undefined), info);
});
