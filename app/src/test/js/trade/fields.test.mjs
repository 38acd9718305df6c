import assert from 'node:assert/strict';
import test from 'node:test';
import {define, FakeElement} from '../fake/page.mjs';
import {Fields} from '../../../main/resources/web/trade/fields.js';

const KEPT = 'lockstep-ticket';
const LABELS = {qty: {}, notional: {}, limitPrice: {for: 'limit stop_limit'}, stopPrice: {for: 'stop stop_limit'}, trailPrice: {for: 'trailing_stop'}, trailPercent: {for: 'trailing_stop'},
  takeProfit: {forClass: 'bracket oco'}, stopLoss: {forClass: 'bracket'}, stopLossLimit: {forClass: 'bracket'}, symbol: {}, side: {}, type: {}, timeInForce: {}, orderClass: {}, tradingHours: {}};

// As a browser does: what is written in the fields, a checkbox only where it is checked.
define('FormData', class {
  constructor(form) { this.fields = form.elements; }
  *[Symbol.iterator]() { for (const field of this.fields) if (field.name !== 'tradingHours' || field.checked) yield [field.name, field.value]; }
});

// The ticket's form with the given values.
function ticket(values) {
  const form = new FakeElement('form');
  const elements = [];
  for (const [name, data] of Object.entries(LABELS)) {
    const label = new FakeElement('label');
    Object.assign(label.dataset, data);
    const field = new FakeElement('input');
    field.setAttribute('name', name);
    field.value = values[name] ?? (name === 'tradingHours' ? 'extended' : '');
    label.append(field);
    form.append(label);
    elements.push(field);
    elements[name] = field;
  }
  form.elements = elements;
  const fields = new Fields(form);
  fields.shape();
  return {form, fields, labels: (name) => elements[name].closest('label')};
}

const LIMIT = {symbol: 'aapl', side: 'buy', type: 'limit', qty: '1,000', limitPrice: '$190.50', timeInForce: 'day'};

test('the order has the fields that count, as the server takes them', () => {
  const {fields} = ticket({...LIMIT, stopPrice: '12', takeProfit: '300'});
  assert.deepEqual(fields.read(), {order: {symbol: 'AAPL', side: 'buy', type: 'limit', qty: '1000', limitPrice: '190.50', timeInForce: 'day'}, wrong: null});
});

test('hours beyond the session are sent only where they are checked', () => {
  const {fields} = ticket(LIMIT);
  fields.all.tradingHours.checked = true;
  assert.equal(fields.read().order.tradingHours, 'extended');
});

test('the first field without an amount is named with what was written', () => {
  const {fields} = ticket({...LIMIT, qty: 'ten', limitPrice: '1e3'});
  assert.deepEqual(fields.read().wrong, {field: 'qty', value: 'ten', expected: 'a decimal number such as 1,000 or 12.5'});
});

test('an amount in a field that does not count is not checked', () => {
  const {fields} = ticket({...LIMIT, type: 'market', limitPrice: 'nonsense'});
  assert.equal(fields.read().wrong, null);
  assert.ok(!('limitPrice' in fields.read().order));
});

for (const [type, orderClass, seen] of [
  ['market', '', []], ['limit', '', ['limitPrice']], ['stop_limit', '', ['limitPrice', 'stopPrice']], ['trailing_stop', '', ['trailPrice', 'trailPercent']],
  ['market', 'bracket', ['takeProfit', 'stopLoss', 'stopLossLimit']], ['limit', 'oco', ['limitPrice', 'takeProfit']],
]) {
  test(`an order of type ${type} and class "${orderClass}" asks for [${seen}]`, () => {
    const {labels} = ticket({type, orderClass});
    const asked = Object.entries(LABELS).filter(([name, data]) => Object.keys(data).length && !labels(name).hidden).map(([name]) => name);
    assert.deepEqual(asked, seen);
  });
}

test('the form takes the colour of the side', () => assert.equal(ticket({side: 'sell'}).form.dataset.side, 'sell'));

test('clearing keeps the symbol and the side', () => {
  const {fields} = ticket({...LIMIT, orderClass: 'bracket', takeProfit: '200'});
  fields.all.tradingHours.checked = true;
  fields.clear();
  assert.deepEqual(fields.read().order, {symbol: 'AAPL', side: 'buy', type: 'market'});
  assert.equal(fields.all.takeProfit.value, '');
});

test('what is written survives a reload', () => {
  const before = ticket({...LIMIT, orderClass: 'oto'});
  before.fields.all.tradingHours.checked = true;
  before.fields.keep();
  const {fields} = ticket({});
  fields.restore();
  fields.shape();
  assert.deepEqual(fields.read().order, {...before.fields.read().order});
  assert.ok(fields.all.tradingHours.checked);
});

for (const broken of ['{', 'null', '{"no-such-field":"1"}']) {
  test(`the kept text ${broken} restores nothing`, () => {
    sessionStorage.setItem(KEPT, broken);
    const {fields} = ticket({symbol: 'msft'});
    fields.restore();
    assert.deepEqual(fields.read().order, {symbol: 'MSFT'});
    assert.equal(fields.all.tradingHours.checked, false);
  });
}

test('an error stands at its field, and the next one replaces it', () => {
  const {fields, form, labels} = ticket(LIMIT);
  assert.ok(fields.mark({field: 'limitPrice', value: '190.555', expected: 'whole cents'}));
  assert.equal(labels('limitPrice').textContent, '190.555: expected whole cents');
  assert.equal(fields.all.limitPrice.getAttribute('aria-describedby'), 'error-limitPrice');
  assert.ok(fields.mark({field: 'qty', value: '', expected: 'a quantity'}));
  assert.equal(labels('qty').textContent, 'a quantity');
  assert.equal(form.querySelectorAll('.field-error').length, 1);
  assert.equal(fields.all.limitPrice.getAttribute('aria-invalid'), null);
});

test('an error of a field that the ticket does not have is left to the caller', () => {
  const {fields, form} = ticket(LIMIT);
  assert.equal(fields.mark({field: 'orderValue', value: '9', expected: '<=5'}), false);
  assert.equal(form.querySelectorAll('.field-error').length, 0);
});

test('an expectation names other fields as the ticket does', () => {
  const {fields, form} = ticket(LIMIT);
  fields.mark({field: 'trailPercent', value: '1', expected: 'either trailPrice or trailPercent'});
  assert.equal(form.querySelector('.field-error').textContent, '1: expected either trail price or trail percent');
});
