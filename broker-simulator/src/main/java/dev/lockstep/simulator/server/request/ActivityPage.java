package dev.lockstep.simulator.server.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.exchange.ExchangeQueries;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionQuery;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivityQuery;
import dev.lockstep.simulator.wire.ActivityJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of an account's activities: trades and others, merged by time. Of activities with the
 * same time the trades come first. A page continues after the last entry of the previous one, of
 * either kind.
 */
public final class ActivityPage {
    private final ExchangeQueries records;
    private final String account;
    private final ExecutionQuery query;
    private final Set<String> types;
    private final Optional<Execution> pastTrade;
    private final Optional<NonTradeActivity> pastOther;

    public ActivityPage(
            ExchangeQueries records, String account, ExecutionQuery query, Set<String> types) {
        this.records = records;
        this.account = account;
        this.query = query;
        this.types = types;
        UUID past = query.past();
        this.pastTrade = past == null ? Optional.empty() : records.execution(account, past);
        this.pastOther = past == null ? Optional.empty() : records.booking(account, past);
        if (past != null && pastTrade.isEmpty() && pastOther.isEmpty()) {
            // Starting from the beginning again would send the client into an endless loop.
            throw new RefusedRequest(Refusal.invalid("invalid page_token"));
        }
    }

    public List<ObjectNode> read(boolean trades, boolean others) {
        List<Line> lines = new ArrayList<>();
        if (trades) {
            records.executions(account, tradeQuery()).stream()
                    .map(each -> new Line(each.at(), 0, ActivityJson.of(each)))
                    .forEach(lines::add);
        }
        if (others) {
            records.bookings(account, otherQuery()).stream()
                    .map(each -> new Line(each.at(), 1, ActivityJson.of(each)))
                    .forEach(lines::add);
        }
        Comparator<Line> byTime = Comparator.comparing(Line::at).thenComparingInt(Line::rank);
        // Both lists are sorted and the sort is stable, so entries of equal time and kind keep
        // their order.
        return lines.stream()
                .sorted(query.ascending() ? byTime : byTime.reversed())
                .limit(query.limit())
                .map(Line::json)
                .toList();
    }

    /**
     * Returns the query for trades. After an activity of the other kind it starts later: the trades
     * of the same time were on an earlier page.
     */
    private ExecutionQuery tradeQuery() {
        Instant at = pastOther.map(NonTradeActivity::at).orElse(null);
        return new ExecutionQuery(
                query.orderId(),
                query.ascending() ? later(query.after(), at) : query.after(),
                query.ascending()
                        ? query.until()
                        : earlier(query.until(), at == null ? null : at.plusNanos(1)),
                query.ascending(),
                query.limit(),
                pastTrade.map(Execution::id).orElse(null));
    }

    private NonTradeActivityQuery otherQuery() {
        Instant at = pastTrade.map(Execution::at).orElse(null);
        return new NonTradeActivityQuery(
                types,
                query.ascending()
                        ? later(query.after(), at == null ? null : at.minusNanos(1))
                        : query.after(),
                query.ascending() ? query.until() : earlier(query.until(), at),
                query.ascending(),
                query.limit(),
                pastOther.map(NonTradeActivity::id).orElse(null));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private record Line(Instant at, int rank, ObjectNode json) {}
}
