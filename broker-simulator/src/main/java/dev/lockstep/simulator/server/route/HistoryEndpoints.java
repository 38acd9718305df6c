package dev.lockstep.simulator.server.route;

import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Query;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.PortfolioHistoryJson;
import dev.lockstep.simulator.wire.PortfolioHistoryJson.Point;
import dev.lockstep.simulator.wire.RefusedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Endpoint for the portfolio history. */
final class HistoryEndpoints {
    private static final int MAX_POINTS = 2_000;
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,4})([DWMA])");

    private final ExchangeGate floor;

    HistoryEndpoints(ExchangeGate floor) {
        this.floor = floor;
    }

    void register(Routes routes) {
        routes.get("/v2/account/portfolio/history", Access.keyed(this::history));
    }

    private VenueAnswer history(ExchangeRequest request, String account) {
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
        return VenueAnswer.ok(PortfolioHistoryJson.of(points, timeframe));
    }

    /** Returns the latest times of the range, up to the maximum number of points. */
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

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(VenueRefusal.invalid(message));
    }
}
