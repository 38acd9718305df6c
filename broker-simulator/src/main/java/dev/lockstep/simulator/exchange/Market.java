package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Current prices of all assets. */
final class Market {
    /** A price and the number of walk steps that led to it. */
    record Tick(BigDecimal price, long step) {}

    private final Map<String, Tick> ticks = new HashMap<>();

    Tick tick(Asset asset) {
        return ticks.getOrDefault(asset.symbol(), new Tick(asset.referencePrice(), 0));
    }

    BigDecimal price(Asset asset) {
        return tick(asset).price();
    }

    void move(LedgerEntry.PriceMoved entry) {
        ticks.put(entry.symbol(), new Tick(entry.price(), entry.step()));
    }
}
