package dev.lockstep.simulator.exchange.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A tradable asset.
 *
 * @param attributes Alpaca's names of its characteristics, such as {@code has_options}
 */
public record Asset(
        UUID id,
        AssetClass assetClass,
        String symbol,
        String exchange,
        String name,
        boolean fractionable,
        boolean shortable,
        BigDecimal referencePrice,
        List<String> attributes) {
    private static final BigDecimal SUB_DOLLAR_TICK = new BigDecimal("0.0001");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    public Asset {
        attributes = List.copyOf(attributes);
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol: blank (expected: a symbol)");
        }
        if (referencePrice.signum() <= 0) {
            throw new IllegalArgumentException(
                    "referencePrice: " + referencePrice + " (expected: > 0)");
        }
    }

    /** Returns whether the asset is a crypto pair. */
    public boolean crypto() {
        return assetClass == AssetClass.CRYPTO;
    }

    /** Returns the symbol as positions spell it: a pair without its slash. */
    public String positionSymbol() {
        return symbol.replace("/", "");
    }

    /** Returns the minimum price increment at a price: one cent from one dollar up. */
    public BigDecimal tick(BigDecimal price) {
        return price.compareTo(BigDecimal.ONE) < 0 ? SUB_DOLLAR_TICK : CENT;
    }
}
