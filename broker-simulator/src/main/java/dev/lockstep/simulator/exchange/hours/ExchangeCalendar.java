package dev.lockstep.simulator.exchange.hours;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Trading days of the New York exchanges: holidays and early closes, computed by rule. */
public final class ExchangeCalendar {
    /** Time zone of the exchanges. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Opening bell. */
    public static final LocalTime OPEN = LocalTime.of(9, 30);

    /** Start of the extended session before the open. */
    public static final LocalTime SESSION_OPEN = LocalTime.of(4, 0);

    private static final LocalTime SESSION_CLOSE = LocalTime.of(20, 0);

    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_SESSION_CLOSE = LocalTime.of(17, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final int FIRST_KING_DAY_YEAR = 1998;
    private static final int FIRST_JUNETEENTH_YEAR = 2022;

    /** Holidays by year; the same for every calendar. */
    private static final Map<Integer, Set<LocalDate>> HOLIDAYS = new ConcurrentHashMap<>();

    /** Returns whether the exchanges are open on this day. */
    public boolean tradingDay(LocalDate day) {
        return !weekend(day)
                && !HOLIDAYS.computeIfAbsent(day.getYear(), ExchangeCalendar::holidays)
                        .contains(day);
    }

    /** Returns the closing bell of a trading day. */
    public LocalTime close(LocalDate day) {
        return closesEarly(day) ? EARLY_CLOSE : CLOSE;
    }

    /** Returns the end of a trading day's extended session. */
    public LocalTime sessionClose(LocalDate day) {
        return closesEarly(day) ? EARLY_SESSION_CLOSE : SESSION_CLOSE;
    }

    /** Returns the first trading day after this day. */
    public LocalDate next(LocalDate day) {
        LocalDate candidate = day.plusDays(1);
        while (!tradingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    private static boolean closesEarly(LocalDate day) {
        Month month = day.getMonth();
        return (month == Month.JULY && day.getDayOfMonth() == 3)
                || (month == Month.NOVEMBER && day.equals(thanksgiving(day.getYear()).plusDays(1)))
                || (month == Month.DECEMBER && day.getDayOfMonth() == 24);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Set<LocalDate> holidays(int year) {
        Set<LocalDate> days = new HashSet<>();
        LocalDate newYear = LocalDate.of(year, Month.JANUARY, 1);
        // New Year's Day on a Saturday is not observed on the preceding Friday.
        days.add(newYear.getDayOfWeek() == DayOfWeek.SUNDAY ? newYear.plusDays(1) : newYear);
        if (year >= FIRST_KING_DAY_YEAR) {
            days.add(monday(year, Month.JANUARY, 3));
        }
        days.add(monday(year, Month.FEBRUARY, 3));
        days.add(easter(year).minusDays(2));
        days.add(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(DayOfWeek.MONDAY)));
        if (year >= FIRST_JUNETEENTH_YEAR) {
            days.add(observed(LocalDate.of(year, Month.JUNE, 19)));
        }
        days.add(observed(LocalDate.of(year, Month.JULY, 4)));
        days.add(monday(year, Month.SEPTEMBER, 1));
        days.add(thanksgiving(year));
        days.add(observed(LocalDate.of(year, Month.DECEMBER, 25)));
        return days;
    }

    private static LocalDate monday(int year, Month month, int ordinal) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1).with(dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    /** Returns Easter Sunday by the anonymous Gregorian computus. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int moon = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * weekday) / 451;
        int days = moon + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
