package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much may still trade before a bar is over: what its volume leaves beside the trades since it
 * began, of all accounts. Nothing limits an asset that follows no bars, or whose bars know no
 * volume.
 */
final class Liquidity {
    private final Book book;
    private final Bars bars;
    private final Map<String, Present> presents = new HashMap<>();

    /** The bar that is being played, and what has traded in it. */
    private record Present(Bar bar, BigDecimal traded) {
        BigDecimal left() {
            return bar.volume().subtract(traded).max(BigDecimal.ZERO);
        }
    }

    Liquidity(Book book, Bars bars) {
        this.book = book;
        this.bars = bars;
    }

    /** What may still trade now; null when nothing limits it. */
    @Nullable BigDecimal left(Asset asset, Instant at) {
        Present present = present(asset.symbol(), at);
        return present == null ? null : present.left();
    }

    /** To be told of each trade, once it is in the book. */
    void traded(Asset asset, BigDecimal qty, Instant at) {
        Present present = presents.get(asset.symbol());
        if (present != null && at.isBefore(present.bar().end())) {
            presents.put(asset.symbol(), new Present(present.bar(), present.traded().add(qty)));
        }
    }

    private @Nullable Present present(String symbol, Instant at) {
        Present known = presents.get(symbol);
        if (known != null && at.isBefore(known.bar().end())) {
            return known;
        }
        Bar bar = bars.volumeKnown(symbol) ? bars.at(symbol, at) : null;
        if (bar == null) {
            presents.remove(symbol);
            return null;
        }
        // Also after a restart, when the book alone remembers.
        Present begun = new Present(bar, book.traded(symbol, bar.start()));
        presents.put(symbol, begun);
        return begun;
    }
}
