// What the list keeps of an order: a hundred thousand of them stay small.
const KEPT = ['id', 'version', 'parent', 'replaces', 'symbol', 'side', 'orderQty', 'cashOrderQty', 'type', 'limitPrice', 'stopPx', 'trailPrice',
  'trailPercent', 'timeInForce', 'orderClass', 'status', 'cumQty', 'avgPx', 'text', 'createdAt', 'updatedAt', 'cancelWanted', 'strategy'];

export function slim(order) {
  const kept = {};
  for (const name of KEPT) kept[name] = order[name];
  return kept;
}
