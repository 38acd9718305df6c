package dev.lockstep.domain.market;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A day on which the market opens.
 *
 * @param date the day in New York
 * @param open when the regular session begins
 * @param close when it ends, after it begins; earlier before some holidays
 */
public record TradingDay(LocalDate date, Instant open, Instant close) {
    public TradingDay {
        if (!close.isAfter(open)) {
            throw new InvalidValueException("close", close, "after open " + open);
        }
    }
}
