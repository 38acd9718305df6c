package dev.lockstep.screen;

/** What the list is tried with in the page itself: more orders than a test can send. */
final class ManyOrders {
    /**
     * Gives the list's book the same random news as a book that sorts everything, with orders that
     * hang on others, replace others, come, change and go; answers where the two differ.
     */
    static final String BOOK_AGAINST_SORTING =
            """
            async () => {
              const {Book} = await import('/web/orders/book.js');
              let state = 7;
              const below = (n) => { state = (state * 1103515245 + 12345) % 2147483648; return state % n; };
              const wanted = (order) => order.status !== 3;
              const shown = (book) => book.rows.map((entry) => `${entry.order.id}:${entry.order.version}`).join();
              const differences = [];
              for (let round = 0; round < 40; round++) {
                const all = new Map();
                const replaced = new Set();
                const book = new Book(1e6);
                book.sortBy(round % 2 ? (order) => order.status : () => 0, round % 3 ? 1 : -1);
                for (let step = 0; step < 25; step++) {
                  const news = [];
                  for (let i = below(3) ? below(4) : 40; i >= 0; i--) {
                    const known = [...all.keys()];
                    const other = known[below(known.length || 1)];
                    let order;
                    if (known.length && below(2)) {
                      order = {...all.get(other), version: all.get(other).version + 1, status: below(4)};
                    } else {
                      order = {id: String(1000 + known.length), version: 1, status: below(4)};
                      if (other && !below(3)) order.parent = other;
                      else if (other && !below(3) && !replaced.has(other)) {
                        replaced.add(other);
                        Object.assign(order, {replaces: other, parent: all.get(other).parent});
                      }
                    }
                    all.set(order.id, order);
                    news.push(order);
                  }
                  book.take(news, wanted);
                  const sorted = new Book(1e6);
                  sorted.take([...all.values()], wanted);
                  sorted.sortBy(book.sorted.value, book.sorted.way);
                  if (shown(book) !== shown(sorted)) differences.push(`round ${round}, step ${step}`);
                }
              }
              return differences;
            }
            """;

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
