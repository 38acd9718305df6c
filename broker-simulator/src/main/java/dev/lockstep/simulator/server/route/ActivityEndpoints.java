package dev.lockstep.simulator.server.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.ledger.ExecutionQuery;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ActivityPage;
import dev.lockstep.simulator.server.request.ActivityType;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.ActivityJson;
import dev.lockstep.simulator.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints for an account's activities: trades and others, in the order of their occurrence. */
final class ActivityEndpoints {
    private static final int MAX_PAGE_ACTIVITIES = 100;

    private final ExchangeGate floor;

    ActivityEndpoints(ExchangeGate floor) {
        this.floor = floor;
    }

    void register(Routes routes) {
        routes.get("/v2/account/activities", Access.keyed(this::all));
        routes.get("/v2/account/activities/{type}", Access.keyed(this::ofType));
    }

    private VenueAnswer all(ExchangeRequest request, String account) {
        Query query = request.query();
        Set<String> types = new TreeSet<>(query.list("activity_types"));
        types.forEach(ActivityType::requireKnown);
        String category = query.text("category");
        if (category != null && !types.isEmpty()) {
            throw invalid("category cannot be used with activity_types");
        }
        boolean every = types.isEmpty();
        boolean trades = types.remove(ActivityType.FILL) || every;
        boolean others = noOrder(query) && (every || !types.isEmpty());
        return switch (category) {
            case null -> page(query, account, types, trades, others);
            case "trade_activity" -> page(query, account, types, trades, false);
            case "non_trade_activity" -> page(query, account, types, false, others);
            default -> throw invalid("invalid category");
        };
    }

    /** Returns whether the query is not limited to one order; only trades belong to an order. */
    private static boolean noOrder(Query query) {
        return query.text("order_id") == null;
    }

    private VenueAnswer ofType(ExchangeRequest request, String account) {
        Query query = request.query();
        String type = request.pathParam("type");
        ActivityType.requireKnown(type);
        boolean trades = type.equals(ActivityType.FILL);
        return page(query, account, Set.of(type), trades, !trades && noOrder(query));
    }

    private VenueAnswer page(
            Query query, String account, Set<String> types, boolean trades, boolean others) {
        ExecutionQuery executions = read(query);
        List<ObjectNode> page =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    ActivityPage pages =
                            new ActivityPage(exchange.records(), account, executions, types);
                    return pages.read(trades, others);
                });
        return VenueAnswer.ok(page.stream().collect(Json.toArray(node -> node)));
    }

    private static ExecutionQuery read(Query query) {
        String orderId = query.text("order_id");
        String token = query.text("page_token");
        UUID past = token == null ? null : ActivityJson.executionId(token);
        String date = query.text("date");
        return new ExecutionQuery(
                orderId == null ? null : Query.uuid(orderId, "invalid order_id"),
                date == null ? query.time("after") : midnight(date, 0),
                date == null ? query.time("until") : midnight(date, 1),
                query.ascending(),
                pageSize(query),
                past);
    }

    private static int pageSize(Query query) {
        int size = query.limit("page_size", MAX_PAGE_ACTIVITIES, Integer.MAX_VALUE);
        if (size > MAX_PAGE_ACTIVITIES) {
            throw invalid("invalid page_size");
        }
        return size;
    }

    private static RefusedRequest invalid(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }

    /**
     * Returns the exclusive bound that includes the first moment of a New York day: a nanosecond
     * before it.
     */
    private static @Nullable Instant midnight(String date, int daysLater) {
        LocalDate day = Query.date(date, "date").plusDays(daysLater);
        Instant midnight = day.atStartOfDay(ExchangeCalendar.NEW_YORK).toInstant();
        return daysLater == 0 ? midnight.minusNanos(1) : midnight;
    }
}
