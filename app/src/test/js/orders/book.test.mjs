import assert from 'node:assert/strict';
import test from 'node:test';
import {Book} from '../../../main/resources/web/orders/book.js';

const all = () => true;
const ids = (book) => book.rows.map((entry) => entry.order.id);

function booked(orders, maxOrders = 100) {
  const book = new Book(maxOrders);
  book.sortBy((order) => order.at ?? 0, -1);
  book.take(orders.map((one) => ({version: 1, ...one})), all);
  return book;
}

test('orders stand by the value of the column, in both directions', () => {
  const book = booked([{id: 'a', at: 1}, {id: 'b', at: 3}, {id: 'c', at: 2}]);
  assert.deepEqual(ids(book), ['b', 'c', 'a']);
  book.sortBy((order) => order.at, 1);
  assert.deepEqual(ids(book), ['a', 'c', 'b']);
});

test('of equal values the newer id stands first', () => assert.deepEqual(ids(booked([{id: 'a'}, {id: 'c'}, {id: 'b'}])), ['c', 'b', 'a']));

test('exits stand under their entry whatever they would sort by', () => {
  const book = booked([{id: 'entry', at: 5}, {id: 'exit-1', parent: 'entry', at: 9}, {id: 'exit-2', parent: 'entry', at: 1}, {id: 'other', at: 7}]);
  assert.deepEqual(ids(book), ['other', 'entry', 'exit-1', 'exit-2']);
});

test('a replaced order stands under its successor and after the exits', () => {
  const book = booked([{id: 'old', at: 1}, {id: 'new', replaces: 'old', at: 2}, {id: 'exit', parent: 'new', at: 3}]);
  assert.deepEqual(ids(book), ['new', 'exit', 'old']);
  assert.deepEqual(book.rows.map((entry) => entry.at.rank), [0, 1, 2]);
});

test('exits whose entry is not loaded stand together, and move under it once it is', () => {
  const book = booked([{id: 'x1', parent: 'gone', at: 1}, {id: 'y', at: 5}, {id: 'x2', parent: 'gone', at: 9}]);
  assert.deepEqual(ids(book), ['y', 'x1', 'x2']);
  assert.ok(book.rows[1].at.alone);
  book.take([{id: 'gone', version: 1, at: 7}], all);
  assert.deepEqual(ids(book), ['gone', 'x1', 'x2', 'y']);
});

test('an older version does not undo a newer one', () => {
  const book = booked([{id: 'a', version: 3, at: 5}]);
  book.take([{id: 'a', version: 2, at: 1}], all);
  assert.equal(book.get('a').version, 3);
  book.take([{id: 'a', version: 4, at: 2}], all);
  assert.equal(book.get('a').at, 2);
  assert.equal(book.size, 1);
});

test('an order that no longer belongs to the list goes, one that never did does not come', () => {
  const book = booked([{id: 'a', at: 1}, {id: 'b', at: 2}]);
  book.take([{id: 'a', version: 2, at: 1, closed: true}, {id: 'c', version: 1, at: 3, closed: true}], (order) => !order.closed);
  assert.deepEqual(ids(book), ['b']);
  assert.equal(book.get('c'), undefined);
  assert.equal(book.indexOf('a'), -1);
});

test('when the entry goes its exits stay', () => {
  const book = booked([{id: 'entry', at: 5}, {id: 'exit', parent: 'entry', at: 1}, {id: 'b', at: 3}]);
  book.take([{id: 'entry', version: 2, closed: true}], (order) => !order.closed);
  assert.deepEqual(ids(book), ['b', 'exit']);
});

test('the number of strategies follows what comes and goes', () => {
  const book = booked([{id: 'a', strategy: 'mean'}, {id: 'b'}, {id: 'c', strategy: 'mean'}]);
  assert.equal(book.strategies, 2);
  book.take([{id: 'a', version: 2, strategy: 'mean', closed: true}], (order) => !order.closed);
  assert.equal(book.strategies, 1);
});

test('beyond its bound the last rows go, and the list says that it is cut', () => {
  const book = booked([{id: 'a', at: 1}, {id: 'b', at: 2}, {id: 'c', at: 3}], 2);
  assert.deepEqual(ids(book), ['c', 'b']);
  assert.ok(book.cut);
  book.clear();
  assert.equal(book.size, 0);
  assert.ok(!book.cut);
});

test('a chain of orders that replace each other in a circle ends', () => {
  const book = booked([{id: 'a', replaces: 'b'}, {id: 'b', replaces: 'a'}]);
  assert.equal(book.size, 2);
});

// Pseudo-random and the same in each run.
function random(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

// A day of orders: entries, their exits, and replacements of both.
function day(next, count) {
  const orders = [];
  for (let i = 0; i < count; i++) {
    const kind = next(4);
    const of = orders.length ? orders[next(orders.length)] : null;
    const taken = of && orders.some((one) => one.replaces === of.id);
    const id = `o${String(i).padStart(3, '0')}`;
    if (kind === 0 && of && !of.parent && !of.replaces) orders.push({id, parent: of.id});
    else if (kind === 1 && of && !taken) orders.push({id, replaces: of.id, parent: of.parent});
    else orders.push({id});
  }
  return orders.map((one) => ({parent: null, replaces: null, ...one, version: 1, at: next(20), closed: false}));
}

for (const [seed, batch] of [[1, 1], [2, 3], [3, 7], [4, 40], [5, 2], [6, 60]]) {
  test(`after any events in batches of ${batch} the rows stand as if they were sorted at once (seed ${seed})`, () => {
    const next = random(seed);
    const orders = day(next, 60);
    const book = new Book(1_000);
    book.sortBy((order) => order.at, -1);
    const known = new Map();
    for (let round = 0; round < 60; round++) {
      const events = Array.from({length: batch}, () => {
        const one = orders[next(orders.length)];
        return {...one, version: (known.get(one.id)?.version ?? 0) + 1, at: next(20), closed: next(4) === 0};
      });
      for (const event of events) known.set(event.id, event);
      book.take([...new Map(events.map((event) => [event.id, event])).values()], (order) => !order.closed);
      const fresh = new Book(1_000);
      fresh.sortBy((order) => order.at, -1);
      fresh.take([...known.values()], (order) => !order.closed);
      assert.deepEqual(ids(book), ids(fresh), `round ${round}`);
      ids(book).forEach((id, i) => assert.equal(book.indexOf(id), i));
    }
  });
}

// Orders that are children of others, replace others, come, change and go, the same at each run.
test('random changes stand where sorting everything again puts them', () => {
  let state = 7;
  const below = (n) => { state = (state * 1103515245 + 12345) % 2147483648; return state % n; };
  const belongs = (order) => order.status !== 3;
  const shown = (book) => book.rows.map((entry) => `${entry.order.id}:${entry.order.version}`).join();
  for (let round = 0; round < 40; round++) {
    const known = new Map();
    const replaced = new Set();
    const book = new Book(1e6);
    book.sortBy(round % 2 ? (order) => order.status : () => 0, round % 3 ? 1 : -1);
    for (let step = 0; step < 25; step++) {
      const changes = [];
      for (let i = below(3) ? below(4) : 40; i >= 0; i--) {
        const names = [...known.keys()];
        const other = names[below(names.length || 1)];
        let order;
        if (names.length && below(2)) {
          order = {...known.get(other), version: known.get(other).version + 1, status: below(4)};
        } else {
          order = {id: String(1000 + names.length), version: 1, status: below(4)};
          if (other && !below(3)) order.parent = other;
          else if (other && !below(3) && !replaced.has(other)) {
            replaced.add(other);
            Object.assign(order, {replaces: other, parent: known.get(other).parent});
          }
        }
        known.set(order.id, order);
        changes.push(order);
      }
      book.take(changes, belongs);
      const sorted = new Book(1e6);
      sorted.take([...known.values()], belongs);
      sorted.sortBy(book.sorted.value, book.sorted.way);
      assert.equal(shown(book), shown(sorted), `round ${round}, step ${step}`);
    }
  }
});
