package dev.lockstep.benchmarks.persistence;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The work of one round: partial fills, spread over the orders in a random order that is the same
 * for all contestants.
 *
 * <p>The n-th fill of an order sets its {@code cumQty} to n, its average price to 100 + n/100 and
 * its version to n + 2. Its event contains the stream frame of the fill, 560 characters.
 *
 * @param orders number of open orders in the initial database
 * @param updates number of fills in a round
 */
public record Load(int orders, int updates) {
    static final Instant BEGIN = Instant.parse("2026-11-23T14:30:00Z");
    static final String BROKER_STATUS = "partially_filled";
    static final String SUMMARY = "trade_updates: partial_fill";
    static final String FRAME =
            """
            {"stream":"trade_updates","data":{"event":"partial_fill","execution_id":\
            "2f63ea93-423d-4169-b3f6-3fdafc10c418","price":"100.01","qty":"1","position_qty":"1",\
            "timestamp":"2026-11-23T14:30:00.123456789Z","order":{"id":\
            "61e69015-8549-4bfd-b9c3-01e75843f47d","client_order_id":\
            "k3v7q2-0193b1c5-5a00-7000-8000-000000000001","symbol":"AAPL","asset_class":"us_equity",\
            "qty":"1000000","filled_qty":"1","filled_avg_price":"100.01","order_class":"simple",\
            "type":"limit","side":"buy","time_in_force":"day","limit_price":"190.5","status":\
            "partially_filled","extended_hours":false}}}\
            """;
    private static final Evidence EVIDENCE =
            new Evidence(Evidence.Source.STREAM, SUMMARY, "", FRAME);
    private static final long SEED = 3;

    /** One fill: the order, and the number of this fill among the fills of the order. */
    record Fill(int order, int nth) {}

    /** Returns all fills of a round. */
    List<Fill> fills() {
        List<Integer> shuffled = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            shuffled.add(order);
        }
        List<Fill> fills = new ArrayList<>(updates);
        Random random = new Random(SEED);
        for (int nth = 1; fills.size() < updates; nth++) {
            Collections.shuffle(shuffled, random);
            int left = Math.min(orders, updates - fills.size());
            for (int order : shuffled.subList(0, left)) {
                fills.add(new Fill(order, nth));
            }
        }
        return fills;
    }

    /** Distributes the fills among callers; the fills of one order always have the same caller. */
    List<List<Fill>> fills(int callers) {
        List<List<Fill>> shares = new ArrayList<>(callers);
        for (int caller = 0; caller < callers; caller++) {
            shares.add(new ArrayList<>());
        }
        fills().forEach(fill -> shares.get(fill.order() % callers).add(fill));
        return shares;
    }

    /**
     * Returns the update that the use cases write for a fill: a status report applied to the stored
     * order.
     */
    static OrderUpdate update(OrderId id, Fill fill) {
        Instant at = at(fill);
        StatusReport report =
                new StatusReport(
                        brokerId(fill.order()),
                        new ReportedStatus.Known(BROKER_STATUS, OrderStatus.PARTIALLY_FILLED),
                        new Quantity(BigDecimal.valueOf(fill.nth())),
                        avgPx(fill),
                        at);
        return new OrderUpdate(id, order -> order.apply(report, at), EVIDENCE);
    }

    /** Throws unless an update was made. */
    static void requireMade(UpdateOutcome outcome) {
        if (!(outcome instanceof UpdateOutcome.Updated)) {
            throw new IllegalStateException("update failed: " + outcome);
        }
    }

    static BrokerOrderId brokerId(int order) {
        return new BrokerOrderId("61e69015-8549-4bfd-b9c3-%012x".formatted(order));
    }

    static Price avgPx(Fill fill) {
        return new Price(BigDecimal.valueOf(10_000L + fill.nth(), 2));
    }

    static Instant at(Fill fill) {
        return BEGIN.plusMillis(fill.nth());
    }

    /** Returns the acknowledgement of a new order. */
    static OrderUpdate acknowledged(Order order, int number) {
        return OrderUpdate.applying(
                order.id(),
                new StatusReport(
                        brokerId(number),
                        new ReportedStatus.Known("new", OrderStatus.NEW),
                        Quantity.ZERO,
                        null,
                        BEGIN),
                BEGIN,
                new Evidence(Evidence.Source.HTTP_ANSWER, "POST /v2/orders: 200", "", FRAME));
    }
}
