package dev.lockstep.domain.audit;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order rebuilt from its events.
 *
 * @param stored the stored order
 * @param events its events, oldest first
 */
public record Replay(Order stored, List<OrderEvent> events) {
    public Replay {
        events = List.copyOf(events);
    }

    /** Returns the rebuilt order, empty if there are no events. */
    public Optional<Order> order() {
        return events.isEmpty() ? Optional.empty() : Optional.of(after(events.getLast()));
    }

    /** Returns the same as it was known at a time; without events, if the order was made later. */
    public Replay asOf(Instant time) {
        for (int known = events.size(); known > 0; known--) {
            if (!events.get(known - 1).at().isAfter(time)) {
                return new Replay(stored, events.subList(0, known));
            }
        }
        return new Replay(stored, List.of());
    }

    /**
     * Returns the differences between the rebuilt and the stored order, one line each; normally
     * none.
     */
    public List<String> differences() {
        List<String> differences = new ArrayList<>(gaps());
        Optional<Order> made = order();
        if (made.isEmpty()) {
            differences.add("events: none (expected: one for each version)");
        } else {
            compare(made.get(), differences);
        }
        return differences;
    }

    private List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            OrderEvent event = events.get(i);
            if (event.version() != i + 1) {
                gaps.add(line("event " + (i + 1), "version " + (i + 1), event.version()));
            }
            boolean correction = event.evidence().source() == Evidence.Source.CORRECTION;
            if (i > 0
                    && !correction
                    && event.state().cumQty().compareTo(events.get(i - 1).state().cumQty()) < 0) {
                gaps.add(
                        line(
                                "filledQty of version " + event.version(),
                                "at least " + events.get(i - 1).state().cumQty(),
                                event.state().cumQty()));
            }
        }
        return gaps;
    }

    private void compare(Order made, List<String> differences) {
        OrderState ours = made.state();
        OrderState theirs = stored.state();
        add("version", made.version(), stored.version(), differences);
        add("status", ours.status(), theirs.status(), differences);
        add("brokerOrderId", ours.brokerOrderId(), theirs.brokerOrderId(), differences);
        add("brokerStatus", ours.brokerStatus(), theirs.brokerStatus(), differences);
        add("filledQty", ours.cumQty(), theirs.cumQty(), differences);
        add("avgFillPrice", ours.avgPx(), theirs.avgPx(), differences);
        add("cancelRequested", ours.cancelWanted(), theirs.cancelWanted(), differences);
        add("brokerUpdatedAt", ours.transactTime(), theirs.transactTime(), differences);
        add("text", ours.text(), theirs.text(), differences);
        add("working", ours.working(), theirs.working(), differences);
        add("carried", ours.carried(), theirs.carried(), differences);
        add("updatedAt", made.updatedAt(), stored.updatedAt(), differences);
    }

    private static void add(
            String field,
            @Nullable Object expected,
            @Nullable Object found,
            List<String> differences) {
        if (!Objects.equals(expected, found)) {
            differences.add(line(field, String.valueOf(expected), String.valueOf(found)));
        }
    }

    private static String line(String field, String expected, Object found) {
        return field + ": " + found + " (expected: " + expected + ")";
    }

    private Order after(OrderEvent last) {
        return new Order(
                stored.id(),
                stored.clientOrderId(),
                stored.idempotencyKey(),
                stored.purpose(),
                stored.parent(),
                stored.replaces(),
                stored.terms(),
                last.state(),
                stored.createdAt(),
                last.at(),
                last.version());
    }
}
