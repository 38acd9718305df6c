package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that the broker says in one pass: its open orders, and each order we hold for open that is
 * not among them, asked for by name, because absence from a list proves nothing. An order that
 * cannot be read is kept as such, and keeps no other order from being read.
 */
public final class BrokerSnapshot {
    /** Above this a list of recent orders costs fewer requests than a question for each. */
    static final int MAX_SINGLE_LOOKUPS = 20;

    /** How much later an older order may have reached the broker than a newer one. */
    private static final Duration OVERTAKEN = Duration.ofSeconds(2);

    /** Maximum lag of the broker's clock. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Broker broker;
    private final Map<BrokerOrderId, BrokerOrder> orders = new LinkedHashMap<>();
    private final List<Order> missing = new ArrayList<>();
    private final Map<String, UnreadableItem> unreadable = new LinkedHashMap<>();

    private BrokerSnapshot(Broker broker) {
        this.broker = broker;
    }

    /** Reads the whole book, or nothing. */
    static FetchResult<BrokerSnapshot> read(Broker broker, List<Order> openHere) {
        BrokerSnapshot book = new BrokerSnapshot(broker);
        try {
            book.addList(complete(broker.openOrders()));
            book.addClosed(book.absent(openHere));
            book.addRecent(book.absent(openHere));
            book.addEach(book.absent(openHere));
            return new FetchResult.Complete<>(book);
        } catch (Incomplete incomplete) {
            return new FetchResult.Failed<>(incomplete.fault);
        }
    }

    Collection<BrokerOrder> orders() {
        return orders.values();
    }

    List<Order> missing() {
        return missing;
    }

    /** Returns the orders that the broker has and that cannot be read. */
    List<UnreadableItem> unreadable() {
        return List.copyOf(unreadable.values());
    }

    private void addList(FetchedList<BrokerOrder> list) {
        addAll(list.items());
        list.unreadable().forEach(this::addUnreadable);
    }

    /**
     * Keeps the last answer for each order; items without an id are distinguished by their text.
     */
    private void addUnreadable(UnreadableItem item) {
        unreadable.put(item.brokerId().isBlank() ? item.raw() : item.brokerId(), item);
    }

    private void addAll(List<BrokerOrder> more) {
        more.forEach(order -> orders.put(order.brokerOrderId(), order));
    }

    private List<Order> absent(List<Order> openHere) {
        return openHere.stream()
                .filter(order ->
                        order.brokerOrderId() != null
                                && !orders.containsKey(order.brokerOrderId())
                                && !unreadable.containsKey(order.brokerOrderId().value()))
                .toList();
    }

    /**
     * Adds the closed orders, which are few compared with all; unless most of the absent ones are
     * held legs, which the broker lists neither among the open orders nor among the closed ones.
     */
    private void addClosed(List<Order> absent) throws Incomplete {
        long held = absent.stream().filter(order -> order.status() == OrderStatus.HELD).count();
        if (tooMany(absent.size()) && !tooMany(held)) {
            addNamed(absent, complete(broker.closedOrdersSince(begin(absent))));
        }
    }

    private void addRecent(List<Order> absent) throws Incomplete {
        if (tooMany(absent.size())) {
            addNamed(absent, complete(broker.ordersSince(begin(absent))));
        }
    }

    private static boolean tooMany(long orders) {
        return orders > MAX_SINGLE_LOOKUPS;
    }

    private void addNamed(List<Order> absent, FetchedList<BrokerOrder> recent) {
        addAll(recent.items());
        recent.unreadable().stream()
                .filter(item -> absent.stream().anyMatch(item::names))
                .forEach(this::addUnreadable);
    }

    /**
     * Returns when the broker took the oldest of these orders by its own clock; so that the list is
     * no longer than it must be. What overtook it by more is asked for by name.
     */
    private Instant begin(List<Order> absent) throws Incomplete {
        Order oldest = Collections.min(absent, Comparator.comparing(Order::createdAt));
        return switch (broker.find(Objects.requireNonNull(oldest.brokerOrderId()))) {
            case OrderLookup.Found found -> {
                addAll(List.of(found.order()));
                yield found.order().submittedAt().minus(OVERTAKEN);
            }
            case OrderLookup.Absent _ -> oldest.createdAt().minus(CLOCK_SKEW);
            case OrderLookup.Unreadable found -> {
                addUnreadable(found.order());
                yield oldest.createdAt().minus(CLOCK_SKEW);
            }
            case OrderLookup.Failed failed -> {
                addByName(oldest, failed.fault());
                yield oldest.createdAt().minus(CLOCK_SKEW);
            }
        };
    }

    private void addEach(List<Order> absent) throws Incomplete {
        for (Order order : absent) {
            BrokerOrderId id = order.brokerOrderId();
            if (id == null) {
                continue;
            }
            switch (broker.find(id)) {
                case OrderLookup.Found found -> addAll(List.of(found.order()));
                case OrderLookup.Absent _ -> missing.add(order);
                case OrderLookup.Unreadable found -> addUnreadable(found.order());
                case OrderLookup.Failed failed -> addByName(order, failed.fault());
            }
        }
    }

    /** An id that the broker refuses is not one of its own: the name it was sent under is ours. */
    private void addByName(Order order, BrokerFault fault) throws Incomplete {
        if (fault.kind() != BrokerFault.Kind.REFUSED) {
            throw new Incomplete(fault);
        }
        switch (broker.find(order.clientOrderId())) {
            case OrderLookup.Found found -> addAll(List.of(found.order()));
            case OrderLookup.Absent _ -> missing.add(order);
            case OrderLookup.Unreadable found -> addUnreadable(found.order());
            case OrderLookup.Failed failed -> throw new Incomplete(failed.fault());
        }
    }

    private static <T> T complete(FetchResult<T> fetched) throws Incomplete {
        return switch (fetched) {
            case FetchResult.Complete<T> complete -> complete.value();
            case FetchResult.Failed<T> failed -> throw new Incomplete(failed.fault());
        };
    }

    /** Leaves the reading at the first question that fails. */
    private static final class Incomplete extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient BrokerFault fault;

        Incomplete(BrokerFault fault) {
            super(fault.text());
            this.fault = fault;
        }
    }
}
