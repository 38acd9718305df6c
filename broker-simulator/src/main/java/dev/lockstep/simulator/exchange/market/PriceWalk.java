package dev.lockstep.simulator.exchange.market;

import dev.lockstep.simulator.exchange.model.Asset;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Seeded random walk of a price. Each step moves it by at most ten basis points; 25 % away from its
 * reference price it is turned back.
 */
public final class PriceWalk {
    private static final int MAX_MOVE_HUNDREDTHS_OF_BASIS_POINT = 1_000;
    private static final BigDecimal HIGHEST_TO_REFERENCE = new BigDecimal("1.25");
    private static final BigDecimal LOWEST_TO_REFERENCE = new BigDecimal("0.80");

    private final SeededRandom dice;

    public PriceWalk(SeededRandom dice) {
        this.dice = dice;
    }

    /** Returns the price of the step after the given one. */
    public BigDecimal next(Asset asset, Market.Tick from, BigDecimal reference) {
        BigDecimal price = from.price();
        int range = 2 * MAX_MOVE_HUNDREDTHS_OF_BASIS_POINT + 1;
        int drawn = dice.roll("price " + asset.symbol(), from.step() + 1, range);
        int move = turnedBack(reference, price, drawn - MAX_MOVE_HUNDREDTHS_OF_BASIS_POINT);
        BigDecimal factor = BigDecimal.ONE.add(BigDecimal.valueOf(move, 6));
        BigDecimal tick = asset.tick(price);
        BigDecimal moved = price.multiply(factor).setScale(tick.scale(), RoundingMode.HALF_EVEN);
        return moved.max(tick);
    }

    private static int turnedBack(BigDecimal reference, BigDecimal price, int move) {
        if (price.compareTo(reference.multiply(HIGHEST_TO_REFERENCE)) > 0) {
            return -Math.abs(move);
        }
        if (price.compareTo(reference.multiply(LOWEST_TO_REFERENCE)) < 0) {
            return Math.abs(move);
        }
        return move;
    }
}
