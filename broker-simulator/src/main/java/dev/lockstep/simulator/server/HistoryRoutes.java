package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.exchange.TradingCalendar;
import dev.lockstep.simulator.wire.CalendarJson;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.PortfolioHistoryJson;
import dev.lockstep.simulator.wire.PortfolioHistoryJson.Point;
import dev.lockstep.simulator.wire.RefusedRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The portfolio's history and the calendar of trading days. */
final class HistoryRoutes {
    private static final int MAX_POINTS = 2_000;
    private static final int MAX_CALENDAR_YEARS = 20;
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,4})([DWMA])");

    private final Floor floor;
    private final TradingCalendar calendar = new TradingCalendar();

    HistoryRoutes(Floor floor) {
        this.floor = floor;
    }

    void register(RoutesConfig routes, FrontDesk desk) {
        routes.get("/v2/account/portfolio/history", desk.keyed(this::history));
        routes.get("/v2/calendar", desk.keyed(this::calendar));
    }

    private Answer history(Context request, String account) {
        Query query = new Query(request);
        String timeframe = query.text("timeframe") == null ? "1D" : query.required("timeframe");
        Duration step = step(timeframe);
        List<Point> points =
                floor.call((exchange, now) -> {
                    Instant end = query.timeOr("end", now);
                    Instant start = query.timeOr("start", end.minus(period(query)));
                    List<Point> all = new ArrayList<>();
                    for (Instant at : times(start, end, step)) {
                        all.add(new Point(at, exchange.records().equityAt(account, at)));
                    }
                    return all;
                });
        return Answer.ok(PortfolioHistoryJson.of(points, timeframe));
    }

    /** At most so many points as are bearable: the latest ones. */
    private static List<Instant> times(Instant start, Instant end, Duration step) {
        List<Instant> times = new ArrayList<>();
        for (Instant at = end;
                !at.isBefore(start) && times.size() < MAX_POINTS;
                at = at.minus(step)) {
            times.addFirst(at);
        }
        if (times.isEmpty()) {
            throw refused("end must be after start");
        }
        return times;
    }

    private static Duration step(String timeframe) {
        return switch (timeframe) {
            case "1Min" -> Duration.ofMinutes(1);
            case "5Min" -> Duration.ofMinutes(5);
            case "15Min" -> Duration.ofMinutes(15);
            case "1H" -> Duration.ofHours(1);
            case "1D" -> Duration.ofDays(1);
            default -> throw refused("invalid timeframe");
        };
    }

    private static Duration period(Query query) {
        String text = query.text("period") == null ? "1M" : query.required("period");
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            throw refused("invalid period");
        }
        int count = Integer.parseInt(period.group(1));
        return switch (period.group(2)) {
            case "D" -> Duration.ofDays(count);
            case "W" -> Duration.ofDays(7L * count);
            case "M" -> Duration.ofDays(30L * count);
            default -> Duration.ofDays(365L * count);
        };
    }

    /** This year and the next when no days are named. */
    private Answer calendar(Context request, String account) {
        Query query = new Query(request);
        LocalDate today =
                floor.call((_, now) -> LocalDate.ofInstant(now, TradingCalendar.NEW_YORK));
        String from = query.text("start");
        String to = query.text("end");
        LocalDate start = from == null ? today.withDayOfYear(1) : Query.date(from, "start");
        LocalDate end =
                to == null
                        ? start.plusYears(2).withDayOfYear(1).minusDays(1)
                        : Query.date(to, "end");
        if (Period.between(start, end).getYears() >= MAX_CALENDAR_YEARS) {
            throw refused("the calendar shows at most 20 years at a time");
        }
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = start; !day.isAfter(end); day = day.plusDays(1)) {
            if (calendar.tradingDay(day)) {
                days.add(day);
            }
        }
        return Answer.ok(
                days.stream().collect(Json.toArray(day -> CalendarJson.of(day, calendar))));
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
