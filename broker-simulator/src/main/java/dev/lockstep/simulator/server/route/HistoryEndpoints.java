package dev.lockstep.simulator.server.route;

import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivityQuery;
import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.HistoryQuery;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.PortfolioHistoryJson;
import dev.lockstep.simulator.wire.PortfolioHistoryJson.Point;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Endpoint for the portfolio history. */
final class HistoryEndpoints {
    private static final Duration NOON = Duration.ofHours(12);

    private final ExchangeGate floor;

    HistoryEndpoints(ExchangeGate floor) {
        this.floor = floor;
    }

    void register(Routes routes) {
        routes.get("/v2/account/portfolio/history", Access.keyed(this::history));
    }

    private VenueAnswer history(ExchangeRequest request, String account) {
        return VenueAnswer.ok(
                floor.call((exchange, now) -> {
                    HistoryQuery query = HistoryQuery.of(request.query(), now);
                    List<Point> points = points(exchange, account, query);
                    return PortfolioHistoryJson.of(
                            points,
                            query.timeframe(),
                            query.intraday() && query.resetDaily(),
                            cashflows(exchange, account, query, points));
                }));
    }

    private static List<Point> points(Exchange exchange, String account, HistoryQuery query) {
        List<Point> points = new ArrayList<>();
        Instant at = query.floor(query.start());
        while (!at.isAfter(query.end())) {
            Instant next = query.next(at);
            if (reports(exchange, query, at)) {
                Instant end = next.isAfter(query.end()) ? query.end() : next;
                points.add(new Point(at, end, exchange.records().equityAt(account, end)));
            }
            at = next;
        }
        return points;
    }

    private static boolean reports(Exchange exchange, HistoryQuery query, Instant at) {
        if (!query.intraday()) {
            return exchange.day(at.plus(NOON)).marketDay();
        }
        return switch (query.reporting()) {
            case MARKET_HOURS -> exchange.open(AssetClass.US_EQUITY, false, at);
            case EXTENDED_HOURS -> exchange.open(AssetClass.US_EQUITY, true, at);
            case CONTINUOUS -> true;
        };
    }

    /** Returns the accumulated dollars of each requested activity type at the end of each point. */
    private static Map<String, List<BigDecimal>> cashflows(
            Exchange exchange, String account, HistoryQuery query, List<Point> points) {
        Map<String, List<BigDecimal>> flows = new TreeMap<>();
        if (!query.cashflowTypes().any()) {
            return flows;
        }
        NonTradeActivityQuery all =
                new NonTradeActivityQuery(
                        Set.of(),
                        query.start().minusNanos(1),
                        query.end().plusNanos(1),
                        true,
                        Integer.MAX_VALUE,
                        null);
        for (NonTradeActivity booking : exchange.records().bookings(account, all)) {
            if (query.cashflowTypes().includes(booking.type())) {
                List<BigDecimal> flow =
                        flows.computeIfAbsent(booking.type(), _ -> zeros(points.size()));
                for (int i = 0; i < points.size(); i++) {
                    if (!points.get(i).end().isBefore(booking.at())) {
                        flow.set(i, flow.get(i).add(booking.netAmount()));
                    }
                }
            }
        }
        return flows;
    }

    private static List<BigDecimal> zeros(int count) {
        List<BigDecimal> zeros = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            zeros.add(BigDecimal.ZERO);
        }
        return zeros;
    }
}
