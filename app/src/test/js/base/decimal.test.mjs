import assert from 'node:assert/strict';
import test from 'node:test';
import {decimal, divided, minus, plus, sign, text, times} from '../../../main/resources/web/base/decimal.js';

const of = (plain) => decimal(plain);

test('reads plain decimals and nothing else', () => {
  assert.deepEqual(decimal('230.50'), {units: 23050n, scale: 2});
  assert.deepEqual(decimal(' -7 '), {units: -7n, scale: 0});
  assert.deepEqual(decimal(3), {units: 3n, scale: 0});
  for (const wrong of ['', null, undefined, '1e5', '.5', '5.', '1,000', '+1', '--1', 'NaN', '0x10']) assert.equal(decimal(wrong), null, String(wrong));
});

test('sums lose no digit where numbers would', () => {
  assert.equal(text(plus(of('0.1'), of('0.2')), 1), '0.3');
  assert.equal(text(plus(of('9007199254740993'), of('0.01')), 2), '9007199254740993.01');
  assert.equal(text(minus(of('100'), of('0.001')), 3), '99.999');
});

test('products keep the digits of both', () => {
  assert.deepEqual(times(of('1.5'), of('0.25')), {units: 375n, scale: 3});
  assert.equal(text(times(of('-3'), of('19.99')), 2), '-59.97');
});

test('an unknown operand makes the result unknown', () => {
  for (const result of [plus(of('1'), null), plus(null, of('1')), minus(null, of('1')), minus(of('1'), null), times(of('1'), null), times(null, of('1'))]) assert.equal(result, null);
  assert.equal(text(null, 2), null);
});

test('zero has no sign', () => {
  assert.deepEqual(['0.00', '-0', '0.01', '-0.01'].map((one) => sign(of(one))), [0, 0, 1, -1]);
});

for (const [plain, digits, written] of [
  ['1.005', 2, '1.01'], ['-1.005', 2, '-1.01'], ['1.0049', 2, '1.00'], ['-1.0049', 2, '-1.00'], ['0.5', 0, '1'], ['-0.5', 0, '-1'], ['0.49', 0, '0'],
  ['-0.004', 2, '0.00'], ['0.05', 2, '0.05'], ['7', 2, '7.00'], ['-0.5', 2, '-0.50'], ['999.995', 2, '1000.00'], ['12345', 0, '12345'],
]) {
  test(`${plain} with ${digits} digits is ${written}: halves are rounded away from zero`, () => assert.equal(text(of(plain), digits), written));
}

test('quotients are rounded towards zero, and there is none by zero', () => {
  const quotient = (a, b, digits) => text(divided(of(a), of(b), digits), digits);
  assert.deepEqual([quotient('1000', '232.15', 0), quotient('2', '3', 4), quotient('-2', '3', 2), quotient('0.3', '0.1', 0), quotient('1', '1.25', 1)], ['4', '0.6666', '-0.66', '3', '0.8']);
  for (const none of [divided(of('1'), of('0.00'), 2), divided(null, of('1'), 2), divided(of('1'), null, 2)]) assert.equal(none, null);
});
