import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {$, el} from '../../../main/resources/web/base/dom.js';
import {showUnanswered} from '../../../main/resources/web/trade/unanswered.js';

document.body.append(el('div', {id: 'unanswered'}));
const ORDER = {symbol: 'AAPL', side: 'buy', qty: '10', type: 'market'};
const problem = new Error('no connection to db1:5432');

function shown(report) {
  showUnanswered({order: ORDER, at: '2026-03-02T15:00:00Z', problem, ...report}, {retry: () => {}, discard: () => {}});
  return $('unanswered').textContent;
}

test('an order that was not stored was not sent', () => {
  const text = shown({kind: 'unanswered', notSent: true});
  assert.match(text, /Not sent, and nothing is stored: no connection to db1:5432/);
  assert.doesNotMatch(text, /may or may not/);
});

test('an order without an answer may have been sent', () => {
  assert.match(shown({kind: 'unanswered'}), /it may or may not have been sent/);
});

test('an order that the server does not have was not sent', () => {
  assert.match(shown({kind: 'unknown'}), /was not sent/);
});
