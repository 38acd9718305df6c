// Orders as the list gets them.
export const order = (id, more = {}) => ({
  id, version: 1, parent: null, replaces: null, symbol: 'AAPL', side: 'buy', qty: '10', notional: null, type: 'limit', limitPrice: '190.5',
  stopPrice: null, trailPrice: null, trailPercent: null, timeInForce: 'day', orderClass: 'simple', status: 'new', filledQty: '0',
  avgFillPrice: null, text: null, createdAt: '2026-03-02T15:00:00Z', updatedAt: '2026-03-02T15:00:00Z', strategy: null, ...more,
});
