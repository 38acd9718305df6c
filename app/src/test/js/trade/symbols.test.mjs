import assert from 'node:assert/strict';
import test from 'node:test';
import {FakeElement} from '../fake/page.mjs';
import {Server} from '../fake/server.mjs';
import {flags, line, search} from '../../../main/resources/web/trade/symbols.js';

const asset = (more) => ({symbol: 'AAPL', exchange: 'NASDAQ', name: 'Apple', tradable: true, fractionable: false, shortable: true, easyToBorrow: true, ...more});

for (const [more, expected] of [
  [{}, []],
  [{fractionable: true}, ['fractional']],
  [{shortable: false, easyToBorrow: false}, ['no short sales']],
  [{easyToBorrow: false, fractionable: true}, ['fractional', 'hard to borrow']],
  [{tradable: false, fractionable: true}, ['not tradable']],
]) {
  test(`an instrument with ${JSON.stringify(more)} is shown as [${expected}]`, () => assert.deepEqual(flags(asset(more)).map(([text]) => text), expected));
}

test('a line names what is not reported', () => {
  const node = new FakeElement('li');
  node.append(...line(asset({name: '', tradable: false})));
  assert.deepEqual(node.children.map((one) => one.textContent), ['AAPL', 'NASDAQ', 'name not reported', 'not tradable']);
  assert.equal(node.querySelector('.bad-text').textContent, 'not tradable');
});

test('the search sends what was typed and takes few answers', async () => {
  const server = new Server().answer(200, {assets: [asset()]});
  assert.equal((await search('A&P 5'))[0].symbol, 'AAPL');
  assert.equal(server.requests[0].path, '/api/v1/assets?search=A%26P+5&limit=8');
});
