package dev.lockstep.simulator.exchange.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Source of an asset's bars by day. */
interface DaySource {
    /** Returns the time zone by which days begin. */
    ZoneId zone();

    /** Returns the first day that may have bars. */
    LocalDate first();

    /** Returns the last day that may have bars. */
    LocalDate last();

    /** Returns the bars of a day; empty if there are none. */
    Optional<DayBars> day(LocalDate day);
}
