package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.report.ReplayReport.Unlike;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Rebuilds orders from their events and compares them with the stored ones; changes nothing. */
public final class ReplayOrders {
    private static final int MAX_READS = 10;

    private final OrderRepository repository;

    /** Replays the orders of a repository. */
    public ReplayOrders(OrderRepository repository) {
        this.repository = repository;
    }

    /**
     * Replays one order. The order and its events are two reads, so where they differ both are read
     * again until the order stays the same.
     */
    public Replay replay(Order order) {
        Order stored = order;
        Replay replay = new Replay(stored, repository.history(stored.id()));
        for (int checks = 1; checks < MAX_READS && !replay.differences().isEmpty(); checks++) {
            Order again = repository.find(stored.id()).orElse(stored);
            if (again.equals(stored)) {
                return replay;
            }
            stored = again;
            replay = new Replay(stored, repository.history(stored.id()));
        }
        return replay;
    }

    /**
     * Replays all orders.
     *
     * @param progress receives the number of orders after each
     */
    public ReplayReport all(LongConsumer progress) {
        Count count = new Count(progress);
        new OrderScanner(repository).of(OrderQuery.all(), order -> count.add(replay(order)));
        return new ReplayReport(count.orders, count.events, count.unlike, count.reported);
    }

    /** Adds up what the report says. */
    private static final class Count {
        private final LongConsumer progress;
        private final List<Unlike> reported = new ArrayList<>();
        private long orders;
        private long events;
        private long unlike;

        Count(LongConsumer progress) {
            this.progress = progress;
        }

        void add(Replay replay) {
            orders++;
            events += replay.events().size();
            List<String> differences = replay.differences();
            if (!differences.isEmpty()) {
                unlike++;
                if (reported.size() < ReplayReport.MAX_LISTED) {
                    reported.add(new Unlike(replay.stored().id(), differences));
                }
            }
            progress.accept(orders);
        }
    }
}
