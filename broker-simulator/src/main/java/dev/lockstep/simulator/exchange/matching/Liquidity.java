package dev.lockstep.simulator.exchange.matching;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.Splits;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

    /**
     * The current bar, and its volume and the quantity traded in it, in shares after all splits.
     *
     * @param actions the number of corporate actions so far, after which they may differ
     */
    private record Present(Bar bar, int actions, BigDecimal volume, BigDecimal traded) {
        BigDecimal left() {
            return volume.subtract(traded).max(BigDecimal.ZERO);
        }

        Present plus(BigDecimal qty) {
            return new Present(bar, actions, volume, traded.add(qty));
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
        Present present = present(asset, at);
        return present == null ? null : present.left();
    }

    /** Records a trade that is already in the book. */
    void traded(Asset asset, BigDecimal qty, Instant at) {
        Present present = presents.get(asset.symbol());
        if (present != null && at.isBefore(present.bar().end())) {
            presents.put(asset.symbol(), present.plus(qty));
        }
    }

    private @Nullable Present present(Asset asset, Instant at) {
        String symbol = asset.symbol();
        int actions = book.corporateActions().size();
        Present known = presents.get(symbol);
        if (known != null && known.actions() == actions && at.isBefore(known.bar().end())) {
            return known;
        }
        Bar bar = limited.contains(symbol) ? bars.at(symbol, at) : null;
        if (bar == null) {
            presents.remove(symbol);
            return null;
        }
        // Counting from the book covers the trades made before a restart.
        Splits splits = Splits.of(asset, book.corporateActions());
        Present begun =
                new Present(bar, actions, splits.qty(bar.volume()), traded(splits, bar.start()));
        presents.put(symbol, begun);
        return begun;
    }

    /** Returns the quantity traded since a time, in shares after all splits. */
    private BigDecimal traded(Splits splits, Instant since) {
        String symbol = splits.asset().symbol();
        BigDecimal traded = book.traded(symbol, since);
        for (LedgerEntry.CorporateActionTaken split : splits.taken()) {
            if (split.at().isAfter(since)) {
                BigDecimal later = book.traded(symbol, split.at());
                Splits one = new Splits(splits.asset(), List.of(split));
                traded = one.qty(traded.subtract(later)).add(later);
            }
        }
        return traded;
    }
}
