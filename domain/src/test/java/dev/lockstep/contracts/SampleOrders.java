package dev.lockstep.contracts;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Orders and reports for tests; each instance counts its own ids. */
public final class SampleOrders {
    /** The moment at which the tests' time begins, with nanoseconds that must survive storage. */
    public static final Instant START = Instant.parse("2026-01-05T14:30:00.123456789Z");

    private final TimeOrderedIds ids;

    /** Orders that carry the tag {@code test}. */
    public SampleOrders() {
        this(new InstanceTag("test"));
    }

    /** Orders of another database. */
    public SampleOrders(InstanceTag tag) {
        ids = new TimeOrderedIds(tag, () -> START, new SplittableRandom(7));
    }

    /** A market order for ten shares. */
    public static NewOrder tenShares() {
        return new NewOrder(
                new Symbol("AAPL"),
                Side.BUY,
                Quantity.of("10"),
                new OrderType.Market(),
                TimeInForce.DAY);
    }

    /** The ids that these orders have. */
    public OrderIds ids() {
        return ids;
    }

    /** An intent to buy ten shares, under a key of its own. */
    public Order intent() {
        return intent(tenShares());
    }

    /** An intent with these terms, under a key of its own. */
    public Order intent(NewOrder terms) {
        OrderId id = ids.nextOrderId();
        return intent(id, terms, new IdempotencyKey(id.value()));
    }

    /** An intent to buy ten shares under this key. */
    public Order intentUnder(IdempotencyKey key) {
        return intent(ids.nextOrderId(), tenShares(), key);
    }

    /** A waiting order for ten shares that exists for this purpose. */
    public Order of(OrderPurpose purpose) {
        OrderId id = ids.nextOrderId();
        return Order.waiting(
                id,
                ids.clientOrderId(id),
                new IdempotencyKey(id.value()),
                purpose,
                null,
                tenShares(),
                "waits",
                START);
    }

    private Order intent(OrderId id, NewOrder terms, IdempotencyKey key) {
        return Order.intent(id, ids.clientOrderId(id), key, terms, START);
    }

    /** An external order for ten shares, with these ids. */
    public Order sentElsewhere(String brokerOrderId, String clientOrderId) {
        Order order = intent();
        BrokerOrder there =
                like(atBroker(order, OrderStatus.NEW, "0"))
                        .brokerOrderId(new BrokerOrderId(brokerOrderId))
                        .order();
        return new Order(
                order.id(),
                new ClientOrderId(clientOrderId),
                order.idempotencyKey(),
                order.purpose(),
                null,
                null,
                order.terms(),
                order.apply(there.report(), START).state(),
                START,
                START,
                1);
    }

    /** The broker's word on an order, under the id {@code b-<our id>}. */
    public static StatusReport report(Order order, OrderStatus status, String cumQty) {
        return report(order, status, cumQty, START.plusSeconds(1));
    }

    /** The broker's word on an order at a time. */
    public static StatusReport report(
            Order order, OrderStatus status, String cumQty, Instant transactTime) {
        return new StatusReport(
                brokerOrderId(order),
                new ReportedStatus.Known(status.name().toLowerCase(Locale.ROOT), status),
                Quantity.of(cumQty),
                price(cumQty),
                transactTime);
    }

    /** The order as the broker has it. */
    public static BrokerOrder atBroker(Order order, OrderStatus status, String cumQty) {
        StatusReport report = report(order, status, cumQty);
        return new BrokerOrder(
                report.brokerOrderId(),
                order.clientOrderId(),
                order.terms().symbol(),
                order.terms().side(),
                order.terms().amount(),
                order.terms(),
                report.status(),
                report.cumQty(),
                report.avgPx(),
                START,
                report.transactTime(),
                List.of());
    }

    /** A broker's order that is like another one but for what is set. */
    public static Variation like(BrokerOrder order) {
        return new Variation(order);
    }

    /** The broker's id of an order in these tests. */
    public static BrokerOrderId brokerOrderId(Order order) {
        return new BrokerOrderId("b-" + order.id());
    }

    private static @Nullable Price price(String cumQty) {
        return Quantity.of(cumQty).zero() ? null : Price.of("189.125");
    }

    /** Makes a broker's order from another one. */
    public static final class Variation {
        private final BrokerOrder order;

        private Variation(BrokerOrder order) {
            this.order = order;
        }

        /** Under another id of the broker. */
        public Variation brokerOrderId(BrokerOrderId id) {
            return with(id, order.clientOrderId(), order.amount(), order.status(), order.legs());
        }

        /** Under another client order id. */
        public Variation clientOrderId(ClientOrderId id) {
            return with(order.brokerOrderId(), id, order.amount(), order.status(), order.legs());
        }

        /** For another quantity. */
        public Variation amount(String orderQty) {
            OrderAmount amount = new OrderAmount.ByQuantity(Quantity.of(orderQty));
            return with(
                    order.brokerOrderId(),
                    order.clientOrderId(),
                    amount,
                    order.status(),
                    order.legs());
        }

        /** In another status. */
        public Variation status(ReportedStatus status) {
            return with(
                    order.brokerOrderId(),
                    order.clientOrderId(),
                    order.amount(),
                    status,
                    order.legs());
        }

        /** With these orders hanging on it. */
        public Variation legs(BrokerOrder... legs) {
            return with(
                    order.brokerOrderId(),
                    order.clientOrderId(),
                    order.amount(),
                    order.status(),
                    List.of(legs));
        }

        /** In a chain: in the place of one order, with another one in its place. */
        public Variation chain(
                @Nullable BrokerOrderId replaces, @Nullable BrokerOrderId replacedBy) {
            return new Variation(
                    new BrokerOrder(
                            order.brokerOrderId(),
                            order.clientOrderId(),
                            order.symbol(),
                            order.side(),
                            order.amount(),
                            order.terms(),
                            order.status(),
                            order.cumQty(),
                            order.avgPx(),
                            order.submittedAt(),
                            order.transactTime(),
                            order.legs(),
                            replaces,
                            replacedBy));
        }

        /** With other terms. */
        public Variation terms(NewOrder terms) {
            return new Variation(
                    new BrokerOrder(
                            order.brokerOrderId(),
                            order.clientOrderId(),
                            terms.symbol(),
                            terms.side(),
                            terms.amount(),
                            terms,
                            order.status(),
                            order.cumQty(),
                            order.avgPx(),
                            order.submittedAt(),
                            order.transactTime(),
                            order.legs(),
                            order.replaces(),
                            order.replacedBy()));
        }

        /** With terms for which there are no words. */
        public Variation withoutTerms() {
            return new Variation(
                    new BrokerOrder(
                            order.brokerOrderId(),
                            order.clientOrderId(),
                            order.symbol(),
                            order.side(),
                            order.amount(),
                            null,
                            order.status(),
                            order.cumQty(),
                            order.avgPx(),
                            order.submittedAt(),
                            order.transactTime(),
                            order.legs(),
                            order.replaces(),
                            order.replacedBy()));
        }

        /** The order. */
        public BrokerOrder order() {
            return order;
        }

        private Variation with(
                BrokerOrderId brokerOrderId,
                ClientOrderId clientOrderId,
                @Nullable OrderAmount amount,
                ReportedStatus status,
                List<BrokerOrder> legs) {
            return new Variation(
                    new BrokerOrder(
                            brokerOrderId,
                            clientOrderId,
                            order.symbol(),
                            order.side(),
                            amount,
                            order.terms(),
                            status,
                            order.cumQty(),
                            order.avgPx(),
                            order.submittedAt(),
                            order.transactTime(),
                            legs,
                            order.replaces(),
                            order.replacedBy()));
        }
    }
}
