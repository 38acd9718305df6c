import assert from 'node:assert/strict';
import test from 'node:test';
import {plainNumber} from '../../../main/resources/web/base/number.js';

for (const [typed, unit, plain] of [
  ['10', '', '10'], [' 10 ', '', '10'], ['1,000', '', '1000'], ['1,234,567.89', '', '1234567.89'], ['.5', '', '0.5'], ['0.25', '', '0.25'],
  ['$230.50', '$', '230.50'], ['$ 1,000', '$', '1000'], ['12.5 %', '%', '12.5'], ['5%', '%', '5'],
]) {
  test(`"${typed}" is the amount ${plain}`, () => assert.equal(plainNumber(typed, unit), plain));
}

for (const [typed, unit, why] of [
  ['', '', 'nothing'], ['.', '', 'a lone point'], ['$', '$', 'a lone unit'], ['1,00', '', 'a decimal comma'], ['1,0000', '', 'a group of four'], [',100', '', 'an empty group'],
  ['1.000,50', '', 'another country\'s form'], ['-5', '', 'a sign'], ['1e3', '', 'an exponent'], ['5.', '', 'an open end'], ['$5', '', 'a unit of another field'], ['5 %', '$', 'a unit of another field'],
  ['1 000', '', 'a space between'], ['ten', '', 'a word'],
]) {
  test(`"${typed}" with the unit "${unit}" is no amount: ${why}`, () => assert.equal(plainNumber(typed, unit), null));
}
