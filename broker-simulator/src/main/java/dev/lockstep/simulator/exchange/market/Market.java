package dev.lockstep.simulator.exchange.market;

import dev.lockstep.simulator.exchange.ledger.CorporateAction;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Asset;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Current prices of all assets, and the reference prices of their random walks. */
public final class Market {
    /** A price and the number of walk steps that led to it. */
    public record Tick(BigDecimal price, long step) {}

    private final Map<String, Tick> ticks = new HashMap<>();
    private final Map<String, BigDecimal> references = new HashMap<>();
    private final LiveMinutes liveMinutes = new LiveMinutes();
    private final Set<String> splitting = new TreeSet<>();

    /** Converts the reference price; the next move of the price is that of the split. */
    public void split(Asset asset, CorporateAction action) {
        BigDecimal converted =
                reference(asset)
                        .multiply(action.oldRate())
                        .divide(action.newRate(), MathContext.DECIMAL64);
        references.put(asset.symbol(), converted);
        splitting.add(asset.symbol());
    }

    /** Sets the price near which a random walk stays. */
    public void refer(String symbol, BigDecimal price) {
        references.put(symbol, price);
    }

    /** Returns the price near which the asset's random walk stays. */
    public BigDecimal reference(Asset asset) {
        return references.getOrDefault(asset.symbol(), asset.referencePrice());
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
