package dev.lockstep.simulator.exchange.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Open, high, low, close and volume of an asset for one period. */
public record Bar(
        Instant start,
        Instant end,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume) {
    /** Number of price moves in a bar: open, two extremes, close. */
    public static final int MOVES = 4;

    public Bar {
        require(end.isAfter(start), "end", end, "after " + start);
        require(low.signum() > 0, "low", low, "> 0");
        require(low.compareTo(open.min(close)) <= 0, "low", low, "at most open and close");
        require(high.compareTo(open.max(close)) >= 0, "high", high, "at least open and close");
        require(volume.signum() >= 0, "volume", volume, ">= 0");
    }

    /**
     * Returns the time of a move. The open is at the start, the other moves follow at even
     * intervals.
     */
    public Instant time(int move) {
        return start.plus(Duration.between(start, end).multipliedBy(move).dividedBy(MOVES));
    }

    /** Returns the price after a move. A rising bar is assumed to reach its low before its high. */
    public BigDecimal price(int move) {
        boolean rose = close.compareTo(open) >= 0;
        return switch (move) {
            case 0 -> open;
            case 1 -> rose ? low : high;
            case 2 -> rose ? high : low;
            default -> close;
        };
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
