package dev.lockstep.contracts;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The orders of a fake broker: those it was sent, those of others, and which of them it hides or
 * cannot read. For one thread at a time.
 */
final class FakeOrderBook {
    private final SequencedMap<ClientOrderId, BrokerOrder> orders = new LinkedHashMap<>();
    private final Set<ClientOrderId> usedIds = new HashSet<>();
    private final List<BrokerOrder> foreign = new ArrayList<>();
    private final Set<ClientOrderId> hidden = new HashSet<>();
    private final List<UnreadableItem> unreadable = new ArrayList<>();

    /** Accepts an order with its legs; empty if its client order id was used before. */
    Optional<BrokerOrder> accept(Order order) {
        if (!usedIds.add(order.clientOrderId())) {
            return Optional.empty();
        }
        BrokerOrder there =
                SampleOrders.like(SampleOrders.atBroker(order, OrderStatus.ACCEPTED, "0"))
                        .legs(FakeLegs.of(order))
                        .order();
        put(there);
        there.legs().forEach(this::put);
        return Optional.of(there);
    }

    /**
     * Replaces an order by one at {@code r-<client order id>}; the old one keeps what it traded.
     */
    BrokerOrder replace(BrokerOrder old, Replacement replacement) {
        BrokerOrderId newId = new BrokerOrderId("r-" + replacement.clientOrderId());
        NewOrder terms = old.terms();
        BrokerOrder there =
                SampleOrders.like(old)
                        .terms(
                                new NewOrder(
                                        old.symbol(),
                                        old.side(),
                                        new OrderAmount.ByQuantity(replacement.orderQty()),
                                        replacement.type(),
                                        replacement.timeInForce(),
                                        terms == null ? TradingHours.REGULAR : terms.tradingHours(),
                                        new OrderClass.Simple()))
                        .brokerOrderId(newId)
                        .clientOrderId(replacement.clientOrderId())
                        .status(new ReportedStatus.Known("new", OrderStatus.NEW))
                        .chain(old.brokerOrderId(), null)
                        .order();
        put(there);
        put(
                SampleOrders.like(old)
                        .status(new ReportedStatus.Known("replaced", OrderStatus.REPLACED))
                        .chain(old.replaces(), newId)
                        .order());
        return there;
    }

    void put(BrokerOrder order) {
        orders.put(order.clientOrderId(), order);
    }

    void forget(ClientOrderId id) {
        orders.remove(id);
    }

    void hide(ClientOrderId id) {
        hidden.add(id);
    }

    void show(ClientOrderId id) {
        hidden.remove(id);
    }

    void addForeign(BrokerOrder order) {
        foreign.add(order);
    }

    void addUnreadable(UnreadableItem item) {
        unreadable.add(item);
    }

    void allReadable() {
        unreadable.clear();
    }

    int size() {
        return orders.size();
    }

    BrokerOrder first() {
        return orders.firstEntry().getValue();
    }

    Optional<BrokerOrder> find(ClientOrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    Optional<BrokerOrder> find(BrokerOrderId id) {
        return orders.values().stream()
                .filter(order -> order.brokerOrderId().equals(id))
                .findFirst();
    }

    boolean hides(ClientOrderId id) {
        return hidden.contains(id);
    }

    Optional<UnreadableItem> unreadable(ClientOrderId id) {
        return unreadable.stream()
                .filter(item -> item.clientOrderId().equals(id.value()))
                .findFirst();
    }

    List<BrokerOrder> open() {
        return orders.values().stream().filter(FakeOrderBook::open).toList();
    }

    List<BrokerOrder> since(Instant submittedAt) {
        return orders.values().stream()
                .filter(order -> !order.submittedAt().isBefore(submittedAt))
                .toList();
    }

    List<BrokerOrder> closedSince(Instant submittedAt) {
        return since(submittedAt).stream().filter(FakeOrderBook::closed).toList();
    }

    /** Returns these orders as a list shows them, with those of others. */
    FetchedList<BrokerOrder> listed(List<BrokerOrder> ours) {
        List<BrokerOrder> all = new ArrayList<>(ours);
        all.removeIf(order -> hides(order.clientOrderId()));
        all.addAll(foreign);
        all.removeIf(order -> unreadable(order.clientOrderId()).isPresent());
        return new FetchedList<>(all, unreadable);
    }

    /** A held leg is listed neither among the open orders nor among the closed ones. */
    private static boolean open(BrokerOrder order) {
        return switch (order.status()) {
            case ReportedStatus.Known known ->
                    known.status().open() && known.status() != OrderStatus.HELD;
            case ReportedStatus.Unrecognized _ -> true;
        };
    }

    private static boolean closed(BrokerOrder order) {
        return switch (order.status()) {
            case ReportedStatus.Known known -> known.status().closed();
            case ReportedStatus.Unrecognized _ -> false;
        };
    }
}
