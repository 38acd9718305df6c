import assert from 'node:assert/strict';
import test from 'node:test';
import {define, FakeElement} from '../fake/page.mjs';
import {Virtual} from '../../../main/resources/web/orders/virtual.js';

const ROW = 20;
const SPARE = 8;
const frames = [];
define('requestAnimationFrame', (act) => frames.push(act));
define('ResizeObserver', class { observe() {} });
define('getComputedStyle', () => ({getPropertyValue: (name) => ({'--row': '20px', '--head': '30px'})[name]}));

const runFrames = () => frames.splice(0).forEach((act) => act());

function list(count, height = 100) {
  const scroller = new FakeElement('div');
  scroller.clientHeight = height;
  const canvas = new FakeElement('div');
  canvas.append(new FakeElement('header'));
  const made = [];
  const filled = [];
  const rows = new Virtual(scroller, canvas, {
    key: (item) => item.id,
    make: () => { const node = new FakeElement('div'); made.push(node); return node; },
    fill: (node, item) => { filled.push(item.id); node.textContent = item.text; },
    mark: (item) => item.text,
  });
  rows.items = Array.from({length: count}, (_, i) => ({id: i, text: `row ${i}`}));
  rows.paint();
  const shown = () => canvas.children.slice(1).map((node) => node.textContent);
  return {rows, scroller, canvas, made, filled, shown};
}

test('of many rows only those in sight and a few around them have elements', () => {
  const {shown, canvas, rows} = list(10_000);
  assert.equal(shown().length, 5 + SPARE);
  assert.deepEqual([shown()[0], shown().at(-1)], ['row 0', 'row 12']);
  assert.equal(canvas.style.height, `${10_000 * ROW + 30}px`);
  assert.equal(rows.last, 13);
});

test('each row stands at its place, and elements stand in their order', () => {
  const {rows, scroller, canvas, shown} = list(1_000);
  scroller.scrollTop = 50 * ROW;
  rows.paint();
  assert.deepEqual([shown()[0], shown().at(-1)], ['row 42', 'row 62']);
  assert.equal(canvas.children[1].style.transform, `translateY(${42 * ROW}px)`);
  scroller.scrollTop = 45 * ROW;
  rows.paint();
  assert.deepEqual(shown(), Array.from({length: 21}, (_, i) => `row ${37 + i}`));
});

test('an element is used again instead of being made', () => {
  const {rows, scroller, made} = list(1_000);
  for (let top = 0; top < 500; top += 3) {
    scroller.scrollTop = top * ROW;
    rows.paint();
  }
  assert.ok(made.length <= 5 + 4 * SPARE, `${made.length} elements`);
});

test('a row keeps its element while new rows come before it', () => {
  const {rows, canvas} = list(20);
  const third = canvas.children[3];
  rows.items = [{id: 99, text: 'fresh'}, ...rows.items];
  rows.paint();
  assert.equal(third.textContent, 'row 2');
  assert.equal(canvas.children[4], third);
  assert.equal(third.style.transform, `translateY(${3 * ROW}px)`);
});

test('only a row whose mark has changed is written again', () => {
  const {rows, filled, shown} = list(5);
  filled.length = 0;
  rows.paint();
  assert.deepEqual(filled, []);
  rows.items = rows.items.map((item) => (item.id === 3 ? {id: 3, text: 'changed'} : item));
  rows.paint();
  assert.deepEqual(filled, [3]);
  assert.equal(shown()[3], 'changed');
});

test('an element that is used for another row is written again even with the same mark', () => {
  const {rows, shown} = list(3);
  rows.items = [{id: 7, text: 'row 0'}];
  rows.paint();
  assert.deepEqual(shown(), ['row 0']);
});

test('many scrolls are painted once in a frame', () => {
  const {rows, scroller} = list(100);
  let paints = 0;
  rows.onPaint = () => { paints++; };
  frames.length = 0;
  for (let i = 0; i < 5; i++) scroller.dispatchEvent(new Event('scroll'));
  runFrames();
  assert.equal(paints, 1);
  scroller.dispatchEvent(new Event('scroll'));
  runFrames();
  assert.equal(paints, 2);
});

test('a row is revealed with as little scrolling as needed', () => {
  const {rows, scroller} = list(100, 130);
  rows.reveal(3);
  assert.equal(scroller.scrollTop, 0);
  rows.reveal(10);
  assert.equal(scroller.scrollTop, 10 * ROW - (130 - 30 - ROW));
  rows.reveal(2);
  assert.equal(scroller.scrollTop, 2 * ROW);
});
