package dev.lockstep.app.cli;

import dev.lockstep.app.config.Deadline;
import dev.lockstep.app.config.Pause;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.app.wiring.Interrupts;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderFeed;
import dev.lockstep.domain.port.OrderFeed.Change;
import dev.lockstep.domain.port.OrderQuery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Shows orders and every change of them, whichever process made it, until somebody has seen enough:
 * by Ctrl-C, by closing the pipe, or because the time is over.
 */
final class OrderWatch {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final OrderFeed feed;
    private final Supplier<List<Order>> page;
    private final OrderScene scene;
    private final Output output;
    private final Pause pause;
    private final Deadline end;

    private OrderWatch(
            Lockstep root,
            Output output,
            Book book,
            OrderQuery query,
            OrderScene scene,
            Deadline end) {
        this.feed = book.feed();
        this.page = () -> book.repository().search(query);
        this.scene = scene;
        this.output = output;
        this.pause = root.surroundings().pause();
        this.end = end;
    }

    /**
     * A watch of what a query finds.
     *
     * @param length for how long at most
     */
    static OrderWatch of(
            Lockstep root, Output output, Book book, OrderQuery query, Duration length) {
        OrderScene scene =
                root.surroundings().terminal() && !output.json()
                        ? new LiveTable(output, () -> book.repository().search(query))
                        : new ChangeLines(output, query);
        return new OrderWatch(
                root,
                output,
                book,
                query,
                scene,
                Deadline.after(length, root.surroundings().clock()));
    }

    void run() throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        try (Interrupts _ = Interrupts.caught(() -> enough.set(true))) {
            long seq = feed.last();
            scene.begin(page.get());
            while (!enough.get() && !output.gone() && !end.passed()) {
                List<Change> changes = feed.after(seq, OrderFeed.MAX_EVENTS);
                if (changes.isEmpty()) {
                    pause.of(LOOK);
                } else {
                    seq = changes.getLast().seq();
                    scene.changed(changes);
                }
            }
        }
    }
}
