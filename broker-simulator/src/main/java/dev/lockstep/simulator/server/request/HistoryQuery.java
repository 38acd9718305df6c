package dev.lockstep.simulator.server.request;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters of the portfolio history.
 *
 * @param timeframe the interval in Alpaca's spelling
 * @param reporting the times of day to report, for intervals shorter than a day
 * @param resetDaily whether profit and loss start again each trading day, for intervals shorter
 *     than a day
 * @param cashflowTypes the activity types to report, empty for none
 */
public record HistoryQuery(
        Instant start,
        Instant end,
        String timeframe,
        Reporting reporting,
        boolean resetDaily,
        Cashflows cashflowTypes) {
    /** Times of day that an intraday history reports. */
    public enum Reporting {
        MARKET_HOURS,
        EXTENDED_HOURS,
        CONTINUOUS
    }

    /** Activity types whose cash flows are reported. */
    public record Cashflows(boolean all, Set<String> types) {
        public Cashflows {
            types = Set.copyOf(types);
        }

        /** Returns whether a type is reported. */
        public boolean includes(String type) {
            return all || types.contains(type);
        }

        /** Returns whether any type is reported. */
        public boolean any() {
            return all || !types.isEmpty();
        }
    }

    private static final Pattern PERIOD = Pattern.compile("(\\d{1,4})([DWMA])");
    private static final Duration MAX_INTRADAY = Duration.ofDays(30);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final int MAX_YEARS = 20;

    /** Parses a request. */
    public static HistoryQuery of(Query query, Instant now) {
        Instant given = query.time(query.text("end") == null ? "date_end" : "end");
        Instant end = given == null || given.isAfter(now) ? now : given;
        boolean three =
                query.text("start") != null && query.text("period") != null && given != null;
        if (three) {
            throw refused("only two of start, end and period can be specified");
        }
        Instant start = query.timeOr("start", before(end, query));
        if (!start.isBefore(end)) {
            throw refused("end must be after start");
        }
        Duration range = Duration.between(start, end);
        if (range.compareTo(Duration.ofDays(366L * MAX_YEARS)) > 0) {
            throw refused("the history shows at most " + MAX_YEARS + " years");
        }
        String timeframe = timeframe(query, range);
        if (!timeframe.equals("1D") && range.compareTo(MAX_INTRADAY.plusDays(1)) > 0) {
            throw refused("a history of more than 30 days requires timeframe 1D");
        }
        return new HistoryQuery(
                start, end, timeframe, reporting(query), resetDaily(query), cashflows(query));
    }

    /** Returns the interval; a day for {@code 1D}. */
    public Duration step() {
        return switch (timeframe) {
            case "1Min" -> Duration.ofMinutes(1);
            case "5Min" -> Duration.ofMinutes(5);
            case "15Min" -> Duration.ofMinutes(15);
            case "1H" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    /** Returns whether the interval is shorter than a day. */
    public boolean intraday() {
        return !timeframe.equals("1D");
    }

    /** Returns the start of the interval that contains a time. */
    public Instant floor(Instant time) {
        if (!intraday()) {
            return LocalDate.ofInstant(time, ExchangeCalendar.NEW_YORK)
                    .atStartOfDay(ExchangeCalendar.NEW_YORK)
                    .toInstant();
        }
        long seconds = step().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /** Returns the start of the next interval. */
    public Instant next(Instant intervalStart) {
        return intraday()
                ? intervalStart.plus(step())
                : intervalStart.atZone(ExchangeCalendar.NEW_YORK).plusDays(1).toInstant();
    }

    private static Instant before(Instant end, Query query) {
        String text = query.text("period") == null ? "1M" : query.required("period");
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            throw refused("invalid period");
        }
        int count = Integer.parseInt(period.group(1));
        Period length =
                switch (period.group(2)) {
                    case "D" -> Period.ofDays(count);
                    case "W" -> Period.ofWeeks(count);
                    case "M" -> Period.ofMonths(count);
                    default -> Period.ofYears(Math.min(count, MAX_YEARS));
                };
        return ZonedDateTime.ofInstant(end, ExchangeCalendar.NEW_YORK).minus(length).toInstant();
    }

    private static String timeframe(Query query, Duration range) {
        String text = query.text("timeframe");
        if (text == null) {
            if (range.compareTo(A_WEEK) < 0) {
                return "1Min";
            }
            return range.compareTo(MAX_INTRADAY.minusDays(2)) < 0 ? "15Min" : "1D";
        }
        if (!List.of("1Min", "5Min", "15Min", "1H", "1D").contains(text)) {
            throw refused("invalid timeframe");
        }
        return text;
    }

    private static Reporting reporting(Query query) {
        String text = query.text("intraday_reporting");
        return switch (text) {
            case null ->
                    query.flag("extended_hours")
                            ? Reporting.EXTENDED_HOURS
                            : Reporting.MARKET_HOURS;
            case "market_hours" -> Reporting.MARKET_HOURS;
            case "extended_hours" -> Reporting.EXTENDED_HOURS;
            case "continuous" -> Reporting.CONTINUOUS;
            default -> throw refused("invalid intraday_reporting");
        };
    }

    private static boolean resetDaily(Query query) {
        String text = query.text("pnl_reset");
        return switch (text) {
            case null -> true;
            case "per_day" -> true;
            case "no_reset" -> false;
            default -> throw refused("invalid pnl_reset");
        };
    }

    private static Cashflows cashflows(Query query) {
        Set<String> types = new TreeSet<>(query.list("cashflow_types"));
        types.remove("NONE");
        boolean all = types.remove("ALL");
        types.forEach(ActivityType::requireKnown);
        return new Cashflows(all, types);
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
