package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** What a price did from one moment until another, as a chart shows it. */
public record Bar(
        Instant start,
        Instant end,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume) {
    /** The moves a bar is played in: its open, its extremes, its close. */
    static final int MOVES = 4;

    public Bar {
        require(end.isAfter(start), "end", end, "after " + start);
        require(low.signum() > 0, "low", low, "> 0");
        require(low.compareTo(open.min(close)) <= 0, "low", low, "at most open and close");
        require(high.compareTo(open.max(close)) >= 0, "high", high, "at least open and close");
        require(volume.signum() >= 0, "volume", volume, ">= 0");
    }

    /** When a move of it is made: the open at its start, the others evenly spread after it. */
    Instant time(int move) {
        return start.plus(Duration.between(start, end).multipliedBy(move).dividedBy(MOVES));
    }

    /** Where a move leads: a bar that rose is taken to have touched its low before its high. */
    BigDecimal price(int move) {
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
