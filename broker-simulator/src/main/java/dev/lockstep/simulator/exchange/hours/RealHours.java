package dev.lockstep.simulator.exchange.hours;

import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Trading hours of the New York exchanges; crypto trades all the time. */
public final class RealHours implements ExchangeHours {
    /** The first day that the calendar serves. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

    /** The last day that the calendar serves. */
    public static final LocalDate LAST_DAY = LocalDate.of(2029, 12, 31);

    private static final Duration LAST_CALL_BEFORE_OPEN = Duration.ofMinutes(2);
    private static final Duration LAST_CALL_BEFORE_CLOSE = Duration.ofMinutes(10);
    private static final LocalTime AUCTION_ORDERS_AGAIN = LocalTime.of(19, 0);

    private final ExchangeCalendar calendar;

    /** Creates the hours from the rules of the calendar. */
    public RealHours() {
        this.calendar = new ExchangeCalendar();
    }

    /** Returns whether stocks trade on a day. */
    public boolean tradingDay(LocalDate day) {
        return calendar.tradingDay(day);
    }

    @Override
    public boolean open(AssetClass assetClass, boolean extendedHours, Instant now) {
        if (assetClass == AssetClass.CRYPTO) {
            return true;
        }
        ZonedDateTime time = now.atZone(ExchangeCalendar.NEW_YORK);
        LocalDate day = time.toLocalDate();
        LocalTime from = extendedHours ? ExchangeCalendar.SESSION_OPEN : ExchangeCalendar.OPEN;
        LocalTime to = extendedHours ? calendar.sessionClose(day) : calendar.close(day);
        LocalTime clock = time.toLocalTime();
        return calendar.tradingDay(day) && !clock.isBefore(from) && clock.isBefore(to);
    }

    @Override
    public Instant dayEnd(boolean extendedHours, Instant now) {
        if (!extendedHours) {
            return clock(now).nextClose();
        }
        ZonedDateTime time = now.atZone(ExchangeCalendar.NEW_YORK);
        LocalDate today = time.toLocalDate();
        boolean stillToday =
                calendar.tradingDay(today)
                        && time.toLocalTime().isBefore(calendar.sessionClose(today));
        LocalDate day = stillToday ? today : calendar.next(today);
        return at(day, calendar.sessionClose(day));
    }

    /**
     * Returns whether auction orders are accepted. Alpaca rejects them from shortly before the bell
     * until the evening.
     */
    @Override
    public boolean takes(TimeInForce auction, Instant now) {
        ZonedDateTime time = now.atZone(ExchangeCalendar.NEW_YORK);
        LocalDate today = time.toLocalDate();
        LocalTime last =
                auction == TimeInForce.OPG
                        ? ExchangeCalendar.OPEN.minus(LAST_CALL_BEFORE_OPEN)
                        : calendar.close(today).minus(LAST_CALL_BEFORE_CLOSE);
        LocalTime clock = time.toLocalTime();
        return !calendar.tradingDay(today)
                || clock.isBefore(last)
                || !clock.isBefore(AUCTION_ORDERS_AGAIN);
    }

    @Override
    public Instant auction(TimeInForce timeInForce, Instant now) {
        Clock clock = clock(now);
        return timeInForce == TimeInForce.OPG ? clock.nextOpen() : clock.nextClose();
    }

    @Override
    public Clock clock(Instant now) {
        ZonedDateTime time = now.atZone(ExchangeCalendar.NEW_YORK);
        LocalDate today = time.toLocalDate();
        boolean tradingDay = calendar.tradingDay(today);
        LocalDate openDay =
                tradingDay && time.toLocalTime().isBefore(ExchangeCalendar.OPEN)
                        ? today
                        : calendar.next(today);
        LocalDate closeDay =
                tradingDay && time.toLocalTime().isBefore(calendar.close(today))
                        ? today
                        : calendar.next(today);
        return new Clock(
                now,
                open(AssetClass.US_EQUITY, false, now),
                at(openDay, ExchangeCalendar.OPEN),
                at(closeDay, calendar.close(closeDay)));
    }

    @Override
    public Day day(Instant now) {
        ZonedDateTime time = now.atZone(ExchangeCalendar.NEW_YORK);
        LocalDate today = time.toLocalDate();
        if (!calendar.tradingDay(today)) {
            return new Day(false, MarketPhase.CLOSED, sessionAfter(today));
        }
        LocalTime clock = time.toLocalTime();
        if (clock.isBefore(ExchangeCalendar.SESSION_OPEN)) {
            return day(MarketPhase.CLOSED, today, ExchangeCalendar.SESSION_OPEN);
        }
        if (clock.isBefore(ExchangeCalendar.OPEN)) {
            return day(MarketPhase.PRE, today, ExchangeCalendar.OPEN);
        }
        if (clock.isBefore(calendar.close(today))) {
            return day(MarketPhase.CORE, today, calendar.close(today));
        }
        LocalTime end = calendar.sessionClose(today);
        return clock.isBefore(end)
                ? day(MarketPhase.POST, today, end)
                : new Day(true, MarketPhase.CLOSED, sessionAfter(today));
    }

    private static Day day(MarketPhase phase, LocalDate today, LocalTime until) {
        return new Day(true, phase, at(today, until));
    }

    private Instant sessionAfter(LocalDate day) {
        return at(calendar.next(day), ExchangeCalendar.SESSION_OPEN);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ExchangeCalendar.NEW_YORK).toInstant();
    }
}
