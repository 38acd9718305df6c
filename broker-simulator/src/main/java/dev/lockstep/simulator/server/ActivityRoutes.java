package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.Execution;
import dev.lockstep.simulator.exchange.ExecutionQuery;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.exchange.TradingCalendar;
import dev.lockstep.simulator.wire.ActivityJson;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.RefusedRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account's activities; trades are the only kind there is here. */
final class ActivityRoutes {
    private static final int MAX_PAGE_ACTIVITIES = 100;
    private static final String FILL = "FILL";

    private final Floor floor;

    ActivityRoutes(Floor floor) {
        this.floor = floor;
    }

    void register(Routes routes) {
        routes.get("/v2/account/activities", Access.keyed(this::all));
        routes.get("/v2/account/activities/{type}", Access.keyed(this::ofType));
    }

    private Answer all(ExchangeRequest request, String account) {
        Query query = new Query(request);
        List<String> types = query.list("activity_types");
        boolean trades = types.isEmpty() || types.contains(FILL);
        return trades && tradesIn(query.text("category"))
                ? fills(query, account)
                : Answer.ok(Json.array());
    }

    private static boolean tradesIn(@Nullable String category) {
        return switch (category) {
            case null -> true;
            case "trade_activity" -> true;
            case "non_trade_activity" -> false;
            default -> throw new RefusedRequest(Refusal.invalid("invalid category"));
        };
    }

    private Answer ofType(ExchangeRequest request, String account) {
        return request.pathParam("type").equals(FILL)
                ? fills(new Query(request), account)
                : Answer.ok(Json.array());
    }

    private Answer fills(Query query, String account) {
        ExecutionQuery wanted = read(query);
        UUID past = wanted.past();
        List<Execution> page =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    if (past != null && !exchange.records().executed(account, past)) {
                        // From the beginning again, a client would go round for ever.
                        throw new RefusedRequest(Refusal.invalid("invalid page_token"));
                    }
                    return exchange.records().executions(account, wanted);
                });
        return Answer.ok(page.stream().collect(Json.toArray(ActivityJson::of)));
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
                query.limit("page_size", MAX_PAGE_ACTIVITIES, MAX_PAGE_ACTIVITIES),
                past);
    }

    /** A day is New York's; its first moment belongs to it, hence the nanosecond before. */
    private static @Nullable Instant midnight(String date, int daysLater) {
        LocalDate day = Query.date(date, "date").plusDays(daysLater);
        Instant midnight = day.atStartOfDay(TradingCalendar.NEW_YORK).toInstant();
        return daysLater == 0 ? midnight.minusNanos(1) : midnight;
    }
}
