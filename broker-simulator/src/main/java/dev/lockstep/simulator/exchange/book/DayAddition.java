package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.ledger.Position;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/**
 * What trading of one day added to a position.
 *
 * @param day the day in New York
 * @param qty the quantity added, negative for a short position
 * @param cost the cost of that quantity
 */
public record DayAddition(LocalDate day, BigDecimal qty, BigDecimal cost) {
    static DayAddition none(LocalDate day) {
        return new DayAddition(day, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Returns the state after a split, which keeps the cost. */
    DayAddition split(Position before, Position now) {
        return before.flat()
                ? this
                : new DayAddition(
                        day,
                        qty.multiply(now.qty()).divide(before.qty(), MathContext.DECIMAL64),
                        cost);
    }

    /**
     * Returns the state after a trade changed the position. What was added today is sold last, as
     * the oldest shares are sold first.
     */
    DayAddition after(Position before, Position now) {
        if (now.qty().signum() != before.qty().signum()) {
            return new DayAddition(day, now.qty(), now.costBasis());
        }
        boolean grew = now.qty().abs().compareTo(before.qty().abs()) > 0;
        if (grew) {
            return new DayAddition(
                    day,
                    qty.add(now.qty().subtract(before.qty())),
                    cost.add(now.costBasis().subtract(before.costBasis())));
        }
        if (qty.abs().compareTo(now.qty().abs()) <= 0) {
            return this;
        }
        return new DayAddition(
                day, now.qty(), cost.multiply(now.qty()).divide(qty, MathContext.DECIMAL64));
    }
}
