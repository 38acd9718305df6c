package dev.lockstep.gateway.alpaca.stream;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the events of all orders, by any process, as trade updates. Thread-safe. */
public final class UpdateReader {
    private static final int MAX_EVENTS = 200;

    /** The events of several processes are in the sequence of their commits, not of their times. */
    private static final Duration MAX_DISORDER = Duration.ofMinutes(1);

    private final OrderRepository repository;
    private final OrderFeed feed;
    private final Executed executed;

    /** Creates a reader. */
    public UpdateReader(OrderRepository repository, OrderFeed feed, Fills fills) {
        this.repository = repository;
        this.feed = feed;
        this.executed = new Executed(fills);
    }

    /** Returns the position of the last event. */
    public long last() {
        return feed.last();
    }

    /** Returns a position before the events of a time, which is not far before them. */
    public long before(Instant time) {
        Instant earliest = time.minus(MAX_DISORDER);
        long low = 0;
        long high = feed.last();
        while (low < high) {
            long middle = low + (high - low) / 2;
            boolean earlier =
                    feed.eventsAfter(middle, 1).stream()
                            .anyMatch(step -> step.event().at().isBefore(earliest));
            if (earlier) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the updates after a position. */
    public Page after(long seq) {
        List<TradeUpdate> updates = new ArrayList<>();
        Known known = new Known();
        long reached = seq;
        for (OrderFeed.Step step : feed.eventsAfter(seq, MAX_EVENTS)) {
            updates.addAll(updates(step, known));
            reached = step.seq();
        }
        return new Page(updates, reached);
    }

    private List<TradeUpdate> updates(OrderFeed.Step step, Known known) {
        OrderEvent event = step.event();
        Optional<Order> order = known.order(event.orderId());
        if (order.isEmpty() || event.state().status() == OrderStatus.DENIED) {
            return List.of();
        }
        OrderState before = known.before(event);
        Order then = at(order.get(), event);
        List<TradeUpdate> updates = new ArrayList<>(executions(step, before, then));
        EventWords.of(before, event.state())
                .ifPresent(word ->
                        updates.add(
                                new TradeUpdate(
                                        step.seq(),
                                        updates.size(),
                                        word,
                                        event.at(),
                                        id(event, word),
                                        null,
                                        null,
                                        then)));
        return updates;
    }

    private List<TradeUpdate> executions(
            OrderFeed.Step step, @Nullable OrderState before, Order then) {
        OrderEvent event = step.event();
        BigDecimal cumBefore = before == null ? BigDecimal.ZERO : before.cumQty().value();
        if (event.state().cumQty().value().compareTo(cumBefore) <= 0) {
            return List.of();
        }
        Price avgBefore = before == null ? null : before.avgPx();
        List<Executed.Execution> executions =
                executed.between(
                        cumBefore, avgBefore == null ? BigDecimal.ZERO : avgBefore.value(), event);
        List<TradeUpdate> updates = new ArrayList<>();
        for (Executed.Execution execution : executions) {
            boolean last = updates.size() == executions.size() - 1;
            boolean whole = last && event.state().status() == OrderStatus.FILLED;
            updates.add(
                    new TradeUpdate(
                            step.seq(),
                            updates.size(),
                            whole ? "fill" : "partial_fill",
                            event.at(),
                            execution.id(),
                            execution.price(),
                            execution.qty(),
                            then));
        }
        return updates;
    }

    private static Order at(Order order, OrderEvent event) {
        return new Order(
                order.id(),
                order.clientOrderId(),
                order.idempotencyKey(),
                order.purpose(),
                order.parent(),
                order.replaces(),
                order.terms(),
                event.state(),
                order.createdAt(),
                event.at(),
                event.version());
    }

    private static String id(OrderEvent event, String word) {
        String name = event.orderId() + " " + event.version() + " " + word;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The orders of a page, of which most have several events; each is read once. */
    private final class Known {
        private final Map<OrderId, Optional<Order>> orders = new HashMap<>();
        private final Map<OrderId, List<OrderEvent>> histories = new HashMap<>();

        Optional<Order> order(OrderId id) {
            return orders.computeIfAbsent(id, repository::find);
        }

        @Nullable OrderState before(OrderEvent event) {
            if (event.version() == 1) {
                return null;
            }
            return histories.computeIfAbsent(event.orderId(), repository::history).stream()
                    .filter(each -> each.version() == event.version() - 1)
                    .findFirst()
                    .map(OrderEvent::state)
                    .orElse(null);
        }
    }

    /**
     * Some updates.
     *
     * @param updates the updates in their sequence
     * @param reached the position after which the next page starts
     */
    public record Page(List<TradeUpdate> updates, long reached) {
        public Page {
            updates = List.copyOf(updates);
        }
    }
}
