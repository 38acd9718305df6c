package dev.lockstep.app.web.live;

import dev.lockstep.app.config.value.Pause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Sends clients that the store is away or back, also while the poller waits for it. */
final class StoreReporter implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final LiveReadWatch watch;
    private final Consumer<List<SseEvent>> clients;
    private final Pause pause;
    private final Thread thread;

    StoreReporter(
            LiveReadWatch watch,
            Consumer<List<SseEvent>> clients,
            Pause pause,
            ThreadFactory threads) {
        this.watch = watch;
        this.clients = clients;
        this.pause = pause;
        this.thread = threads.newThread(this::report);
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void report() {
        try {
            while (true) {
                pause.of(EVERY);
                List<SseEvent> events = watch.next();
                if (!events.isEmpty()) {
                    clients.accept(events);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
