import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';
import {parts, summary} from '../../../main/resources/web/shell/healthpill.js';

const SOUND = {broker: {reachable: true, latencyMillis: 12, requestsLeft: 180}, stream: {state: 'listening'}, sync: {fresh: true, ageMillis: 2_000}, store: {health: 'sound'}};
const said = (more) => summary(parts({...SOUND, ...more}, 1_000));

test('the pill is good while broker, stream, sync and database are', () => assert.deepEqual(said({}), {kind: 'good', text: '✓ healthy'}));

const BAD = {
  store: [{health: 'read_only'}, '✕ database read only'],
  broker: [{reachable: false}, '✕ broker unreachable'],
  sync: [{fresh: false, ageMillis: 90_000}, '✕ sync 91 s ago'],
  stream: [{state: 'waiting'}, '✕ stream waiting'],
};
for (const [name, [state, text]] of Object.entries(BAD)) test(`the pill names a bad ${name}`, () => assert.deepEqual(said({[name]: state}), {kind: 'bad', text}));

test('the pill names the worst of several, and counts the others', () => {
  const worst = Object.keys(BAD);
  for (let from = 0; from < worst.length; from++) {
    const bad = Object.fromEntries(worst.slice(from).map((name) => [name, BAD[name][0]]));
    const more = worst.length - from - 1;
    assert.equal(said(bad).text, BAD[worst[from]][1] + (more ? `, ${more} more` : ''));
  }
});

test('each part has its value', () => {
  assert.deepEqual(parts(SOUND, 1_000).map((part) => `${part.name} ${part.text}`), ['Database sound', 'Broker answers in 12 ms, 180 requests left', 'Sync 3 s ago', 'Stream listening']);
  assert.equal(parts({...SOUND, sync: {fresh: false, ageMillis: null}}, 0)[2].text, 'never');
});

test('while the database is away, the pill shows that alone, with its time', () => {
  const {kind, text} = summary(parts(SOUND, 1_000, {since: '2026-03-02T15:00:05Z', text: 'no connection'}));
  assert.equal(kind, 'bad');
  assert.match(text, /^✕ database away since .*:05$/);
});
