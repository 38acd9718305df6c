package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.runtime.SignalHandler;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.usecase.feed.FeedWait;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Shows orders and every change of them, by any process, until Ctrl-C, a closed pipe, or the end of
 * the given time.
 */
final class OrderWatch {
    private static final Duration EVERY = Duration.ofMillis(250);

    private final OrderFeed feed;
    private final Supplier<List<Order>> page;
    private final OrderWatchRenderer scene;
    private final Output output;
    private final FeedWaits waits;
    private final DeadlineSetting end;

    private OrderWatch(
            Output output,
            StoreUseCases book,
            OrderQuery query,
            OrderWatchRenderer scene,
            DeadlineSetting end) {
        this.feed = book.feed();
        this.page = () -> book.repository().search(query);
        this.scene = scene;
        this.output = output;
        this.waits = book.feedWaits();
        this.end = end;
    }

    /**
     * Returns a watch of what a query finds.
     *
     * @param length for how long at most
     */
    static OrderWatch of(
            CommandContext context,
            Output output,
            StoreUseCases book,
            OrderQuery query,
            Duration length) {
        OrderWatchRenderer scene =
                context.processEnvironment().terminal() && !output.json()
                        ? new LiveTable(output, () -> book.repository().search(query))
                        : new ChangeLines(output, query);
        return new OrderWatch(
                output,
                book,
                query,
                scene,
                DeadlineSetting.after(length, context.processEnvironment().clock()));
    }

    void run() throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        try (SignalHandler _ = SignalHandler.caught(() -> enough.set(true));
                FeedWait wait = waits.every(EVERY)) {
            long seq = feed.last();
            scene.begin(page.get());
            boolean found = false;
            while (!enough.get() && !output.gone() && !end.passed()) {
                List<Change> changes = feed.after(seq, OrderFeed.MAX_EVENTS);
                if (changes.isEmpty()) {
                    wait.await(found);
                    found = false;
                } else {
                    seq = changes.getLast().seq();
                    scene.changed(changes);
                    found = true;
                }
            }
        }
    }
}
