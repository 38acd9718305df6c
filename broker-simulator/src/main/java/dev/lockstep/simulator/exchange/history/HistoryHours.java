package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.model.Asset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Trading minutes of a day in the history. Stocks trade in New York's extended sessions, pairs all
 * day. On an exchange that never closes stocks trade around the clock as well, from a day before it
 * opened on.
 *
 * @param opening the time at which the exchange opened, where the live prices begin
 * @param aroundTheClock whether the exchange never closes
 */
record HistoryHours(Instant opening, boolean aroundTheClock) {
    /** Pairs count their days in Chicago's time, as Alpaca's bars do. */
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private static final long SECONDS_PER_MINUTE = 60;
    private static final Duration BEFORE_OPENING = Duration.ofDays(1);
    private static final ExchangeCalendar CALENDAR = new ExchangeCalendar();

    /**
     * Trading minutes of a day, counted from the epoch; ends are exclusive.
     *
     * @param open the first minute of the regular session
     */
    record Minutes(int first, int end, int open, int close) {}

    /** Returns the zone by which the days of an asset begin. */
    static ZoneId zone(Asset asset) {
        return asset.crypto() ? CHICAGO : ExchangeCalendar.NEW_YORK;
    }

    /** Returns whether the asset trades on a day. */
    boolean trades(Asset asset, LocalDate day) {
        return asset.crypto() || CALENDAR.tradingDay(day) || isLong(day);
    }

    /** Returns the minutes of a day; empty if the asset does not trade on it. */
    Optional<Minutes> of(Asset asset, LocalDate day) {
        ZoneId zone = zone(asset);
        if (asset.crypto()) {
            return Optional.of(
                    whole(
                            minute(day, LocalTime.MIDNIGHT, zone),
                            minute(day.plusDays(1), LocalTime.MIDNIGHT, zone)));
        }
        boolean trading = CALENDAR.tradingDay(day);
        if (!isLong(day)) {
            return trading ? Optional.of(session(day, zone)) : Optional.empty();
        }
        int midnight = minute(day.plusDays(1), LocalTime.MIDNIGHT, zone);
        int first =
                day.equals(firstLongDay())
                        ? minute(opening.minus(BEFORE_OPENING))
                        : minute(day, LocalTime.MIDNIGHT, zone);
        if (!trading) {
            return Optional.of(whole(first, midnight));
        }
        Minutes session = session(day, zone);
        return Optional.of(
                new Minutes(
                        Math.min(first, session.first()),
                        midnight,
                        session.open(),
                        session.close()));
    }

    private boolean isLong(LocalDate day) {
        return aroundTheClock && !day.isBefore(firstLongDay());
    }

    private LocalDate firstLongDay() {
        return LocalDate.ofInstant(opening.minus(BEFORE_OPENING), ExchangeCalendar.NEW_YORK);
    }

    static int minute(Instant time) {
        return Math.clamp(
                Math.floorDiv(time.getEpochSecond(), SECONDS_PER_MINUTE),
                -Integer.MAX_VALUE,
                Integer.MAX_VALUE);
    }

    private static Minutes session(LocalDate day, ZoneId zone) {
        return new Minutes(
                minute(day, ExchangeCalendar.SESSION_OPEN, zone),
                minute(day, CALENDAR.sessionClose(day), zone),
                minute(day, ExchangeCalendar.OPEN, zone),
                minute(day, CALENDAR.close(day), zone));
    }

    private static Minutes whole(int first, int end) {
        return new Minutes(first, end, first, end);
    }

    private static int minute(LocalDate day, LocalTime time, ZoneId zone) {
        return minute(day.atTime(time).atZone(zone).toInstant());
    }
}
