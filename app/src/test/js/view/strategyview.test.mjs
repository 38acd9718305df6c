import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';

const {used} = await import('../../../main/resources/web/view/strategyview.js');
const {state} = await import('../../../main/resources/web/view/notifications.js');

const STRATEGY = {used: {'max-open-orders': 14, 'max-order-rate': 3}, exposure: '41664', realizedToday: '-250.5'};

for (const [name, value, text, share] of [
  ['max-open-orders', '50', '14 of 50', 0.28], ['max-order-rate', '3/1d', '3 of 3 in 1d', 1], ['capital-budget', '83328', '$41,664.00 of $83,328.00', 0.5],
  ['max-daily-loss', '1002', '$250.50 of $1,002.00 lost today, realized', 0.25], ['price-collar', '5%', '5%', null], ['allowed-symbols', 'AAPL,MSFT', 'AAPL,MSFT', null],
]) test(`${name} ${value} shows as ${text}`, () => assert.deepEqual(used(name, value, STRATEGY), {text, share}));

test('an unknown exposure is not shown as used', () => assert.deepEqual(used('capital-budget', '100', {...STRATEGY, exposure: null}), {text: '100', share: null}));

test('a gain of today is no loss', () => assert.equal(used('max-daily-loss', '1000', {...STRATEGY, realizedToday: '12'}).text, '$0.00 of $1,000.00 lost today, realized'));

test('a channel says whether it works, why it fails, and that it has not started', () => {
  const channel = {begun: true, failures: 0, trouble: '', deliveredAt: '2026-01-05T14:30:00Z'};
  assert.deepEqual([channel, {...channel, deliveredAt: null}, {...channel, failures: 3, trouble: 'HTTP 500'}, {...channel, begun: false, deliveredAt: null}].map((one) => state(one).text),
      ['✓ works', '✓ nothing to deliver yet', '✕ failed 3 times: HTTP 500', '○ not started: the process with the trading loop starts it']);
});
