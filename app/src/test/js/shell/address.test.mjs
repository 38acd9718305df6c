import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {address, onAddress, setAddress, signedIn} from '../../../main/resources/web/shell/address.js';

const received = [];
onAddress((outside) => received.push(outside));

function at(hash) {
  location.hash = hash;
  received.length = 0;
  history.pushed = 0;
}

test('the address names a view and what it shows', () => {
  at('#trade?symbol=BRK.B&order=a%26b');
  assert.equal(address().view, 'trade');
  assert.deepEqual([...address().params], [['symbol', 'BRK.B'], ['order', 'a&b']]);
  at('');
  assert.deepEqual([address().view, address().params.size], ['', 0]);
});

test('a change keeps the other values and leaves out empty ones', () => {
  at('#audit?symbol=AAPL&day=2026-03-02');
  setAddress({day: '', order: 'a&b'});
  assert.equal(location.hash, '#audit?symbol=AAPL&order=a%26b');
  setAddress({symbol: null, order: undefined});
  assert.equal(location.hash, '#audit');
});

test('without a view the first one is named', () => {
  at('');
  setAddress({symbol: 'AAPL'});
  assert.equal(location.hash, '#trade?symbol=AAPL');
});

test('what changes nothing is not reported', () => {
  at('#trade?symbol=AAPL');
  setAddress({symbol: 'AAPL'});
  at('');
  setAddress({symbol: ''});
  assert.equal(location.hash, '');
  assert.deepEqual(received, []);
});

test('Back leads over pushed changes only', () => {
  at('#trade');
  setAddress({tab: 'all'});
  assert.equal(history.pushed, 0);
  setAddress({order: 'a'}, {push: true});
  assert.equal(history.pushed, 1);
});

test('listeners learn whether a change came by a link', () => {
  at('#trade');
  setAddress({tab: 'all'});
  window.dispatchEvent(new Event('hashchange'));
  assert.deepEqual(received, [false, true]);
});

test('a sign-in leads to the view of the link, and never elsewhere', () => {
  for (const [hash, leads] of [['#trade?tab=all&symbol=KO', '/#trade?tab=all&symbol=KO'], ['', '/'], ['#//evil.example', '/#//evil.example']]) {
    at(hash);
    assert.equal(signedIn(), leads);
    assert.equal(new URL(signedIn(), 'https://lockstep.example/web/login.html').host, 'lockstep.example');
  }
});
