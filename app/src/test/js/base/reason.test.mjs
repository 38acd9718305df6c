import assert from 'node:assert/strict';
import test from 'node:test';
import {reason} from '../../../main/resources/web/base/reason.js';

for (const [text, said] of [
  ['WASH_TRADE: POST /v2/orders: 403 potential wash trade detected [request id 00b2] (blocked by order 01a2)', 'potential wash trade detected (blocked by order 01a2)'],
  ['rejected by the broker: INSUFFICIENT_QUANTITY: POST /v2/orders: 403 insufficient qty [request id 0d]', 'rejected by the broker: insufficient qty'],
  ['order 01a2 closes the 5 that are there', 'order 01a2 closes the 5 that are there'],
  ['GET /v2/account: not sent, the circuit breaker is open', 'not sent, the circuit breaker is open'],
  ['', ''], [null, ''],
]) test(`"${text}" is said as "${said}"`, () => assert.equal(reason(text), said));
