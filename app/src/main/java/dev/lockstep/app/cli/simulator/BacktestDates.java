package dev.lockstep.app.cli.simulator;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.simulator.exchange.hours.RealHours;
import dev.lockstep.simulator.exchange.model.Bars;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time of a backtest, from the dates that were asked for and those that have prices.
 *
 * @param from the start
 * @param until the end, after it: the midnight after the last day, when its fees are charged
 */
record BacktestDates(Instant from, Instant until) {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Days that may be asked for, with the reason. */
    private record Range(LocalDate first, LocalDate last, String why) {
        LocalDate date(String option, @Nullable String text, @Nullable LocalDate absent) {
            if (text == null) {
                if (absent == null) {
                    throw wrong(option, "none");
                }
                return absent;
            }
            try {
                LocalDate day = LocalDate.parse(text);
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    return day;
                }
            } catch (DateTimeException notADate) {
                throw wrong(option, text);
            }
            throw wrong(option, text);
        }

        private InvalidValueException wrong(String option, String text) {
            return new InvalidValueException(
                    option, text, "a date from " + first + " to " + last + ", " + why);
        }
    }

    /**
     * Returns the time of a backtest over bars, by default all of theirs.
     *
     * @param notes receives what is worth knowing
     */
    static BacktestDates ofBars(
            Bars bars, @Nullable String from, @Nullable String to, Consumer<String> notes) {
        Range days =
                new Range(day(bars.start()), day(bars.end().minusNanos(1)), "the days of the bars");
        LocalDate first = days.date("from", from, days.first());
        LocalDate last = days.date("to", to, days.last());
        requireOrder(first, last);
        LocalDate traded = day(Objects.requireNonNull(bars.nextChange(midnight(first))));
        if (traded.isAfter(last)) {
            throw new InvalidValueException(
                    "from",
                    first,
                    "a day with bars until to, " + last + "; the next bar is on " + traded);
        }
        if (traded.isAfter(first)) {
            notes.accept("from: " + first + " has no bars; the first ones are on " + traded);
        }
        Instant start = midnight(traded);
        return new BacktestDates(
                start.isBefore(bars.start()) ? bars.start() : start, midnight(last.plusDays(1)));
    }

    /**
     * Returns the time of a backtest with a seed, which needs both dates.
     *
     * @param notes receives what is worth knowing
     */
    static BacktestDates ofSeed(
            @Nullable String from, @Nullable String to, Consumer<String> notes) {
        Range days =
                new Range(
                        RealHours.FIRST_DAY,
                        RealHours.LAST_DAY,
                        "the days of the calendar, since --seed is given");
        LocalDate first = days.date("from", from, null);
        LocalDate last = days.date("to", to, null);
        requireOrder(first, last);
        RealHours hours = new RealHours();
        boolean session =
                Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                        .anyMatch(hours::tradingDay);
        if (!session) {
            notes.accept(
                    "from: " + first + " to " + last + " has no session of stocks, pairs trade");
        }
        return new BacktestDates(midnight(first), midnight(last.plusDays(1)));
    }

    private static void requireOrder(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            throw new InvalidValueException("from", first, "at most to, " + last);
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, NEW_YORK);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(NEW_YORK).toInstant();
    }
}
