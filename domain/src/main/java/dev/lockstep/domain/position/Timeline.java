package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.order.Order;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Orders and adjustments in the order in which they happened: an order counts at the time the
 * broker last spoke of it, and before what was booked at the same time.
 */
final class Timeline {
    private static final Comparator<Order> BY_TIME =
            Comparator.comparing(Timeline::time).thenComparing(Order::id);

    /** Outgoing adjustments come first, so that their cost can be transferred to incoming ones. */
    private static final Comparator<Adjustment> AS_BOOKED =
            Comparator.comparing(Adjustment::at)
                    .thenComparing(adjustment -> adjustment.quantity().value())
                    .thenComparing(adjustment -> adjustment.id().value());

    private final List<Order> orders;
    private final List<Adjustment> adjustments;

    Timeline(List<Order> orders, List<Adjustment> adjustments) {
        this.orders = orders.stream().sorted(BY_TIME).toList();
        this.adjustments = adjustments.stream().sorted(AS_BOOKED).toList();
    }

    void walk(Consumer<Order> ordered, Consumer<Adjustment> booked) {
        Deque<Adjustment> ahead = new ArrayDeque<>(adjustments);
        for (Order order : orders) {
            while (!ahead.isEmpty() && ahead.getFirst().at().isBefore(time(order))) {
                booked.accept(ahead.removeFirst());
            }
            ordered.accept(order);
        }
        ahead.forEach(booked);
    }

    static Instant time(Order order) {
        return Objects.requireNonNullElse(order.state().transactTime(), order.updatedAt());
    }
}
