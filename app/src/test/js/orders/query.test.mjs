import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {filtersOf, misspelled} from '../../../main/resources/web/orders/query.js';

const of = (query) => new URLSearchParams(query);

test('the filters of an address are those that exist', () => {
  const {tab, ...filters} = filtersOf(of('tab=all&symbol=ko&strategy=trend&side=sell&status=filled'));
  assert.equal(tab.name, 'all');
  assert.deepEqual(filters, {symbol: 'KO', strategy: 'trend', side: 'sell', status: 'filled'});
});

test('what does not exist is dropped from the address', () => {
  assert.deepEqual(misspelled(of('tab=foo&status=foo&side=bar&symbol=KO&order=a')), {tab: '', status: '', side: ''});
  assert.deepEqual(misspelled(of('tab=filled&status=canceled')), {status: ''});
  assert.deepEqual(misspelled(of('tab=open&status=new&side=buy')), {});
  assert.deepEqual(misspelled(of('')), {});
});
