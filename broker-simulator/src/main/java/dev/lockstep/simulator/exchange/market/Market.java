package dev.lockstep.simulator.exchange.market;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Asset;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Current prices of all assets. */
public final class Market {
    /** A price and the number of walk steps that led to it. */
    public record Tick(BigDecimal price, long step) {}

    private final Map<String, Tick> ticks = new HashMap<>();

    public Tick tick(Asset asset) {
        return ticks.getOrDefault(asset.symbol(), new Tick(asset.referencePrice(), 0));
    }

    public BigDecimal price(Asset asset) {
        return tick(asset).price();
    }

    public void move(LedgerEntry.PriceMoved entry) {
        ticks.put(entry.symbol(), new Tick(entry.price(), entry.step()));
    }
}
