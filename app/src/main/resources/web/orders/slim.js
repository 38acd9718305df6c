// What the list keeps of an order: a hundred thousand of them stay small.
const KEPT = ['id', 'version', 'parent', 'replaces', 'symbol', 'side', 'qty', 'notional', 'type', 'limitPrice', 'stopPrice', 'trailPrice',
  'trailPercent', 'timeInForce', 'orderClass', 'status', 'filledQty', 'avgFillPrice', 'text', 'createdAt', 'updatedAt', 'cancelRequested', 'strategy'];

export function slim(order) {
  const kept = {};
  for (const name of KEPT) kept[name] = order[name];
  return kept;
}
