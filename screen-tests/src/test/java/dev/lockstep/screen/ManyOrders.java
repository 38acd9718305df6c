package dev.lockstep.screen;

/** What the list is tried with in the page itself: more orders than a test can send. */
final class ManyOrders {
    /** Makes the page believe that the interface lists so many orders. */
    static final String LISTED =
            """
            (orders) => {
              const real = window.fetch;
              const order = (number) => ({
                id: String(number).padStart(9, '0'), version: 1, symbol: 'AAPL', side: 'buy', qty: '10', type: 'limit',
                limitPrice: String(number), timeInForce: 'day', orderClass: 'simple', status: 'filled', filledQty: '10', avgFillPrice: '100',
                text: '', createdAt: '2026-01-05T14:30:00Z', updatedAt: '2026-01-05T14:30:00Z',
              });
              window.fetch = async (url, wish) => {
                if (!url.startsWith('/api/v1/orders?')) return real(url, wish);
                const params = new URL(url, location.href).searchParams;
                const newest = Number(params.get('after') ?? orders + 1) - 1;
                const last = Math.max(1, newest - Number(params.get('limit')) + 1);
                const page = Array.from({length: newest - last + 1}, (_, i) => order(newest - i));
                return new Response(JSON.stringify({orders: page, next: last > 1 ? page.at(-1).id : null}));
              };
            }
            """;

    private ManyOrders() {}
}
