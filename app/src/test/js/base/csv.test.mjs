import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {Clock} from '../fake/clock.mjs';
import {saveCsv} from '../../../main/resources/web/base/csv.js';

new Clock('2026-03-02T15:04:05.678Z').install();

// What a click on the link would save: its name and its text.
async function saved(name, columns, rows) {
  let blob;
  let link;
  const revoked = [];
  URL.createObjectURL = (made) => { blob = made; return 'blob:1'; };
  URL.revokeObjectURL = (url) => revoked.push(url);
  const {createElement} = document;
  document.createElement = (tag) => {
    const node = createElement.call(document, tag);
    node.addEventListener('click', () => { link = {href: node.getAttribute('href'), file: node.getAttribute('download')}; });
    return node;
  };
  saveCsv(name, columns, rows);
  document.createElement = createElement;
  return {text: await blob.text(), type: blob.type, link, revoked};
}

const line = async (value) => (await saved('x', ['a'], [{a: value}])).text.slice(2, -1);

test('the file has the columns, a line for each row, and the time in its name', async () => {
  const file = await saved('orders', ['symbol', 'qty'], [{qty: '10', symbol: 'AAPL', hidden: 'x'}, {symbol: 'MSFT'}]);
  assert.equal(file.text, 'symbol,qty\nAAPL,10\nMSFT,\n');
  assert.equal(file.type, 'text/csv');
  assert.deepEqual(file.link, {href: 'blob:1', file: 'orders-2026-03-02T150405.csv'});
});

test('the memory of the file is freed', async () => assert.deepEqual((await saved('x', ['a'], [])).revoked, ['blob:1']));

for (const [value, written] of [
  ['plain', 'plain'], ['a,b', '"a,b"'], ['say "no"', '"say ""no"""'], ['two\nlines', '"two\nlines"'], ['cr\r', '"cr\r"'], [null, ''], [undefined, ''], [0, '0'],
]) {
  test(`${JSON.stringify(value)} is written as ${JSON.stringify(written)}`, async () => assert.equal(await line(value), written));
}

for (const formula of ['=1+1', '+cmd', '-cmd', '@SUM(A1)']) {
  test(`a sheet does not run ${formula}`, async () => assert.equal(await line(formula), `'${formula}`));
}

test('a formula with a comma is made safe and quoted', async () => assert.equal(await line('=HYPERLINK("x",1)'), '"\'=HYPERLINK(""x"",1)"'));

test('negative numbers stay numbers', async () => assert.equal(await line('-12.50'), '-12.50'));
