package dev.lockstep.simulator.exchange.market;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Asset;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Current prices of all assets. */
public final class Market {
    /** A price and the number of walk steps that led to it. */
    public record Tick(BigDecimal price, long step) {}

    private final Map<String, Tick> ticks = new HashMap<>();
    private final LiveMinutes liveMinutes = new LiveMinutes();
    private final Set<String> splitting = new TreeSet<>();

    /** Notes that the next move of a price is that of a split. */
    public void split(String symbol) {
        splitting.add(symbol);
    }

    public Tick tick(Asset asset) {
        return ticks.getOrDefault(asset.symbol(), new Tick(asset.referencePrice(), 0));
    }

    public BigDecimal price(Asset asset) {
        return tick(asset).price();
    }

    /** Returns the minutes in which prices moved. */
    public LiveMinutes liveMinutes() {
        return liveMinutes;
    }

    /** Applies a price move. */
    public void move(LedgerEntry.PriceMoved entry, BigDecimal priceBefore) {
        if (splitting.remove(entry.symbol())) {
            liveMinutes.reset(entry.symbol(), priceBefore, entry.price(), entry.at());
        } else {
            liveMinutes.moved(entry.symbol(), priceBefore, entry.price(), entry.at());
        }
        ticks.put(entry.symbol(), new Tick(entry.price(), entry.step()));
    }
}
