import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';

const {read} = await import('../../../main/resources/web/trade/presets.js');

test('a preset has the fields of the ticket as texts, and no others', () => {
  assert.deepEqual(read(JSON.stringify({scalp: {type: 'limit', qty: 100, timeInForce: 'ioc', symbol: 'AAPL', limitPrice: '9'}})),
      {scalp: {type: 'limit', qty: '100', notional: '', timeInForce: 'ioc', orderClass: '', strategy: ''}});
});

for (const broken of [null, '', '{', 'null', '[1]', '{"a":null}', '{" ":{}}']) test(`${broken} holds no preset`, () => assert.deepEqual(read(broken), {}));

test('at most twenty are kept', () => {
  const many = Object.fromEntries(Array.from({length: 25}, (_, i) => [`p${i}`, {}]));
  assert.equal(Object.keys(read(JSON.stringify(many))).length, 20);
});
