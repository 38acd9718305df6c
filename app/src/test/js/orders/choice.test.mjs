import assert from 'node:assert/strict';
import test from 'node:test';
import {Book} from '../../../main/resources/web/orders/book.js';
import {Choice} from '../../../main/resources/web/orders/choice.js';

// Rows a to e, from the top.
function chosen() {
  const book = new Book(10);
  book.sortBy((order) => order.id, 1);
  book.take(['a', 'b', 'c', 'd', 'e'].map((id) => ({id, version: 1})), () => true);
  let changes = 0;
  const choice = new Choice(book, () => { changes++; });
  return {book, choice, changes: () => changes, list: () => choice.list.sort().join('')};
}

test('a click chooses one order and no other', () => {
  const {choice, list, changes} = chosen();
  choice.only('a');
  choice.only('b');
  assert.equal(list(), 'b');
  assert.equal(choice.active, 'b');
  assert.equal(changes(), 2);
});

test('Ctrl adds an order and takes it away', () => {
  const {choice, list} = chosen();
  choice.only('a');
  choice.toggle('c');
  assert.equal(list(), 'ac');
  choice.toggle('a');
  assert.equal(list(), 'c');
});

test('Shift chooses all between the anchor and the row, in both directions', () => {
  const {choice, list} = chosen();
  choice.only('c');
  choice.through('e');
  assert.equal(list(), 'cde');
  choice.through('a');
  assert.equal(list(), 'abc');
});

test('Shift without an anchor, or with one that is gone, chooses one order', () => {
  const {book, choice, list} = chosen();
  choice.through('b');
  assert.equal(list(), 'b');
  choice.only('d');
  book.take([{id: 'd', version: 2}], () => false);
  choice.through('a');
  assert.equal(list(), 'a');
});

test('an order that left the list is not acted on', () => {
  const {book, choice, list} = chosen();
  choice.all();
  book.take([{id: 'b', version: 2}], () => false);
  assert.equal(list(), 'acde');
  choice.prune();
  assert.ok(!choice.has('b'));
  choice.none();
  assert.equal(list(), '');
});
