package dev.lockstep.simulator.exchange.matching;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remaining tradable quantity of the current bar: its volume less the trades of all accounts since
 * it began. Assets without bars, or whose bars have no volume, are unlimited.
 */
final class Liquidity {
    private final ExchangeBook book;
    private final Bars bars;
    private final Set<String> limited;
    private final Map<String, Present> presents = new HashMap<>();

    /** The current bar and the quantity traded in it. */
    private record Present(Bar bar, BigDecimal traded) {
        BigDecimal left() {
            return bar.volume().subtract(traded).max(BigDecimal.ZERO);
        }
    }

    Liquidity(ExchangeBook book, Bars bars) {
        this.book = book;
        this.bars = bars;
        this.limited =
                bars.bySymbol().keySet().stream()
                        .filter(bars::volumeKnown)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the remaining quantity; null if there is no limit. */
    @Nullable BigDecimal left(Asset asset, Instant at) {
        Present present = present(asset.symbol(), at);
        return present == null ? null : present.left();
    }

    /** Records a trade that is already in the book. */
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
        Bar bar = limited.contains(symbol) ? bars.at(symbol, at) : null;
        if (bar == null) {
            presents.remove(symbol);
            return null;
        }
        // Counting from the book covers the trades made before a restart.
        Present begun = new Present(bar, book.traded(symbol, bar.start()));
        presents.put(symbol, begun);
        return begun;
    }
}
