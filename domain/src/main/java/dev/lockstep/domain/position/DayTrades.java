package dev.lockstep.domain.position;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The trades of one day in one instrument, as their sum.
 *
 * @param day the day in New York
 * @param netQty the quantity bought less the quantity sold
 * @param cash dollars received less dollars paid, fees included
 */
public record DayTrades(LocalDate day, NetQuantity netQty, Money cash) {
    /** No trades. */
    public static final DayTrades NONE =
            new DayTrades(LocalDate.EPOCH, NetQuantity.FLAT, Money.ZERO);

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Returns the day in New York, at whose start the last close is that of the day before. */
    public static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, NEW_YORK);
    }

    /** Returns the midnight in New York at which a day begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(NEW_YORK).toInstant();
    }

    /**
     * Returns the sum with one more trade. A trade of an earlier day is no part of this one, and a
     * later day starts again.
     */
    public DayTrades plus(DayTrades more) {
        if (more.day.isBefore(day)) {
            return this;
        }
        return more.day.isAfter(day)
                ? more
                : new DayTrades(day, netQty.plus(more.netQty), cash.plus(more.cash));
    }

    /** Returns the trades of the given day; none if these are of another one. */
    public DayTrades on(LocalDate requested) {
        return requested.equals(day)
                ? this
                : new DayTrades(requested, NetQuantity.FLAT, Money.ZERO);
    }
}
