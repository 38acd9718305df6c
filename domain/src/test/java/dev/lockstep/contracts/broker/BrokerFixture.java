package dev.lockstep.contracts.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** Sample orders at the venue under test, with the steps that several topics share. */
public record BrokerFixture(TestedBroker venue) {
    static final Duration BOUND = Duration.ofSeconds(15);
    static final Symbol AAPL = new Symbol("AAPL");
    static final Symbol BTC_USD = new Symbol("BTC/USD");
    static final NewOrder RESTING =
            order(AAPL, Side.BUY, "1", new OrderType.Limit(Price.of("1.5")), TimeInForce.GTC);
    static final NewOrder AT_MARKET =
            order(AAPL, Side.BUY, "1", new OrderType.Market(), TimeInForce.DAY);
    static final BrokerOrderId NOWHERE =
            new BrokerOrderId(UUID.nameUUIDFromBytes(new byte[9]).toString());

    void assumeOurs() {
        Assumptions.assumeTrue(
                venue.accountIsOurs(), "the account may hold what is somebody else's");
    }

    /** An order that works; while the market is closed it would only be kept for later. */
    BrokerOrder working(Order order) {
        Assumptions.assumeTrue(venue.marketOrdersFill(), "the market is closed");
        BrokerOrder there = acknowledged(order);
        awaitStatus(there.brokerOrderId(), OrderStatus.NEW);
        return there;
    }

    Replacement replacement(String orderQty, String limitPrice) {
        return new Replacement(
                venue.ids().clientOrderId(venue.ids().nextOrderId()),
                Quantity.of(orderQty),
                new OrderType.Limit(Price.of(limitPrice)),
                TimeInForce.GTC);
    }

    BrokerOrder replaced(BrokerOrder old, Replacement requested) {
        ReplaceAnswer answer =
                venue.broker().replace(old.brokerOrderId(), requested, SendGuard.ALWAYS);
        assertThat(answer).isInstanceOf(ReplaceAnswer.Accepted.class);
        return ((ReplaceAnswer.Accepted) answer).order();
    }

    /** Begins without positions and orders, where a market order makes a position. */
    void flatten() {
        assumeOurs();
        Assumptions.assumeTrue(venue.marketOrdersFill(), "the market is closed");
        venue.broker().cancelAll();
        Eventually.within(
                BOUND, "no open order", () -> listed(venue.broker().openOrders()).isEmpty());
        String held = held();
        if (!held.equals("0")) {
            NewOrder closing =
                    order(AAPL, Side.SELL, held, new OrderType.Market(), TimeInForce.DAY);
            awaitClosed(acknowledged(intent(closing)).brokerOrderId());
        }
        awaitHeld("0");
    }

    void awaitHeld(String quantity) {
        Eventually.within(BOUND, quantity + " AAPL held", () -> held().equals(quantity));
    }

    void awaitStatus(BrokerOrderId id, OrderStatus requested) {
        Eventually.within(
                BOUND,
                "order " + id + " " + requested,
                () -> status(found(venue.broker().find(id))) == requested);
    }

    Order intent(NewOrder terms) {
        OrderId id = venue.ids().nextOrderId();
        return Order.intent(
                id,
                venue.ids().clientOrderId(id),
                new IdempotencyKey(id.value()),
                terms,
                SampleOrders.START);
    }

    BrokerOrder acknowledged(Order order) {
        SubmitAnswer answer = venue.broker().submit(order, SendGuard.ALWAYS);
        assertThat(answer).isInstanceOf(SubmitAnswer.Acknowledged.class);
        return ((SubmitAnswer.Acknowledged) answer).order();
    }

    RejectReason refusal(NewOrder terms) {
        SubmitAnswer answer = venue.broker().submit(intent(terms), SendGuard.ALWAYS);
        assertThat(answer).isInstanceOf(SubmitAnswer.Refused.class);
        return ((SubmitAnswer.Refused) answer).reason();
    }

    void awaitClosed(BrokerOrderId id) {
        Set<OrderStatus> ends =
                Set.of(OrderStatus.CANCELED, OrderStatus.FILLED, OrderStatus.REJECTED);
        Eventually.within(
                BOUND,
                "order " + id + " closed",
                () -> ends.contains(status(found(venue.broker().find(id)))));
    }

    private String held() {
        return listed(venue.broker().positions()).stream()
                .filter(position -> position.symbol().equals(AAPL))
                .map(position -> position.netQty().toString())
                .findFirst()
                .orElse("0");
    }

    static OrderStatus status(BrokerOrder order) {
        return switch (order.status()) {
            case ReportedStatus.Known known -> known.status();
            case ReportedStatus.Unrecognized unrecognized ->
                    throw new AssertionError("status word " + unrecognized.word());
        };
    }

    static BrokerOrder found(OrderLookup lookup) {
        assertThat(lookup).isInstanceOf(OrderLookup.Found.class);
        return ((OrderLookup.Found) lookup).order();
    }

    /** A list of which every item was read. */
    static <T> List<T> listed(FetchResult<FetchedList<T>> fetched) {
        FetchedList<T> list = complete(fetched);
        assertThat(list.unreadable()).isEmpty();
        return list.items();
    }

    static <T> T complete(FetchResult<T> fetched) {
        return switch (fetched) {
            case FetchResult.Complete<T> complete -> complete.value();
            case FetchResult.Failed<T> failed -> throw new AssertionError(failed.fault().text());
        };
    }

    static NewOrder order(
            Symbol symbol, Side side, String orderQty, OrderType type, TimeInForce timeInForce) {
        return new NewOrder(symbol, side, Quantity.of(orderQty), type, timeInForce);
    }
}
