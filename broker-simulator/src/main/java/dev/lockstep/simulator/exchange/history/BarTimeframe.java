package dev.lockstep.simulator.exchange.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Length of a bar.
 *
 * @param count how many of the unit
 */
public record BarTimeframe(int count, Unit unit) {
    /** One minute. */
    public static final BarTimeframe MINUTE = new BarTimeframe(1, Unit.MINUTE);

    /** One day. */
    public static final BarTimeframe DAY = new BarTimeframe(1, Unit.DAY);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,2})([A-Za-z]+)");
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MONTHS_PER_YEAR = 12;

    /** Units of a timeframe. */
    public enum Unit {
        MINUTE("min", "t", 59),
        HOUR("hour", "h", 23),
        DAY("day", "d", 1),
        WEEK("week", "w", 1),
        MONTH("month", "m", MONTHS_PER_YEAR);

        private final String name;
        private final String letter;
        private final int most;

        Unit(String name, String letter, int most) {
            this.name = name;
            this.letter = letter;
            this.most = most;
        }
    }

    public BarTimeframe {
        boolean even = unit != Unit.MONTH || (count > 0 && MONTHS_PER_YEAR % count == 0);
        if (count < 1 || count > unit.most || !even) {
            throw new IllegalArgumentException(
                    "count: " + count + " (expected: 1 to " + unit.most + ")");
        }
    }

    /** Parses Alpaca's spelling, such as {@code 5Min}, {@code 1H} or {@code 3Month}. */
    public static Optional<BarTimeframe> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(parts.group(1));
        // The unit is not case-sensitive; M alone is a month.
        String name = parts.group(2).toLowerCase(Locale.ROOT);
        for (Unit unit : Unit.values()) {
            if (name.equals(unit.name) || name.equals(unit.letter)) {
                boolean even = unit != Unit.MONTH || (count > 0 && MONTHS_PER_YEAR % count == 0);
                return count >= 1 && count <= unit.most && even
                        ? Optional.of(new BarTimeframe(count, unit))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Returns whether a bar lies within one day. */
    public boolean intraday() {
        return unit == Unit.MINUTE || unit == Unit.HOUR;
    }

    /** Returns the length in minutes of a bar that lies within one day. */
    int minutes() {
        return unit == Unit.HOUR ? count * MINUTES_PER_HOUR : count;
    }

    /** Returns the first day of the bar that contains a day. */
    LocalDate firstDay(LocalDate day) {
        return switch (unit) {
            case MINUTE, HOUR, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH ->
                    LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / count * count + 1, 1);
        };
    }

    /** Returns the first day after the bar that begins on a day. */
    LocalDate nextDay(LocalDate firstDay) {
        return switch (unit) {
            case MINUTE, HOUR, DAY -> firstDay.plusDays(1);
            case WEEK -> firstDay.plusWeeks(1);
            case MONTH -> firstDay.plusMonths(count);
        };
    }
}
