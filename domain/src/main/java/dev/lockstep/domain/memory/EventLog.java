package dev.lockstep.domain.memory;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import dev.lockstep.domain.port.store.OrderFeed.Happening;
import dev.lockstep.domain.port.store.OrderFeed.Step;
import dev.lockstep.domain.port.store.OrderFeed.Stretch;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The events of all orders in memory, in one sequence. For one thread at a time. */
final class EventLog {
    private final OrdersById orders;
    private final List<OrderEvent> all = new ArrayList<>();
    private final Map<OrderId, List<OrderEvent>> byOrder = new HashMap<>();

    EventLog(OrdersById orders) {
        this.orders = orders;
    }

    void add(OrderEvent event) {
        byOrder.computeIfAbsent(event.orderId(), _ -> new ArrayList<>()).add(event);
        all.add(event);
    }

    List<OrderEvent> history(OrderId id) {
        return List.copyOf(byOrder.getOrDefault(id, List.of()));
    }

    long last() {
        return all.size();
    }

    List<Step> steps(long seq, int limit) {
        requireEvents(limit);
        long from = Math.max(seq, 0);
        return LongStream.rangeClosed(from + 1, Math.min(last(), from + limit))
                .mapToObj(place -> new Step(place, event(place)))
                .toList();
    }

    List<Change> changes(long seq, int limit) {
        requireEvents(limit);
        SequencedMap<OrderId, Change> byOrderId = new LinkedHashMap<>();
        long end = Math.min(last(), Math.max(seq, 0) + limit);
        for (long place = Math.max(seq, 0) + 1; place <= end; place++) {
            OrderId id = event(place).orderId();
            byOrderId.putLast(id, new Change(place, orders.stored(id)));
        }
        return List.copyOf(byOrderId.values());
    }

    Stretch before(long seq, @Nullable Symbol symbol, int limit) {
        requireEvents(limit);
        long end = Math.min(seq, last() + 1);
        long first = Math.max(end - OrderFeed.MAX_LOOKED_AT, 1);
        List<Happening> happenings = new ArrayList<>();
        for (long place = end - 1; place >= first && happenings.size() < limit; place--) {
            OrderEvent event = event(place);
            NewOrder terms = orders.stored(event.orderId()).terms();
            if (symbol == null || symbol.equals(terms.symbol())) {
                happenings.add(happening(place, event, terms));
            }
        }
        return Stretch.of(happenings, limit, first);
    }

    private static Happening happening(long place, OrderEvent event, NewOrder terms) {
        return new Happening(
                place,
                event.at(),
                event.orderId(),
                terms.symbol(),
                terms.side(),
                event.state().status(),
                event.state().cumQty(),
                event.evidence().source(),
                event.evidence().summary());
    }

    private OrderEvent event(long place) {
        return all.get(Math.toIntExact(place - 1));
    }

    private static void requireEvents(int limit) {
        if (limit < 1 || limit > OrderFeed.MAX_EVENTS) {
            throw new InvalidValueException("limit", limit, "1 to " + OrderFeed.MAX_EVENTS);
        }
    }
}
