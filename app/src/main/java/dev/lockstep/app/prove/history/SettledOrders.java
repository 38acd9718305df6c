package dev.lockstep.app.prove.history;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.history.EndReader;
import dev.lockstep.history.Invocation;
import dev.lockstep.history.SeenOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads all orders again and again until none waits for anything or changes any more. */
final class SettledOrders {
    private static final Duration POLL_PAUSE = Duration.ofMillis(500);

    /**
     * A market order that was sent again a moment ago is open and about to be filled. As long as
     * three syncs, of which the last one shows what the stream has lost.
     */
    private static final Duration QUIET_TIME = Duration.ofSeconds(15);

    /** What is not over by then stays open, and breaks a rule. */
    private static final Duration MAX_SETTLE_TIME = Duration.ofMinutes(10);

    private final EndReader reader;
    private final MonotonicClock clock;
    private final Pause pause;

    SettledOrders(EndReader reader, MonotonicClock clock, Pause pause) {
        this.reader = reader;
        this.clock = clock;
        this.pause = pause;
    }

    /** Returns the orders as they are in the end; empty if they could not be read for minutes. */
    Optional<List<SeenOrder>> read(List<String> keys, List<Invocation> invocations)
            throws InterruptedException {
        long began = clock.nanoTime();
        long quietSince = began;
        List<SeenOrder> last = List.of();
        while (true) {
            long readAt = clock.nanoTime();
            Optional<List<SeenOrder>> now = reader.read(keys, invocations);
            if (now.isEmpty() || !now.get().equals(last) || !EndReader.settled(now.get())) {
                quietSince = readAt;
            }
            last = now.orElse(List.of());
            boolean quiet = clock.since(quietSince).compareTo(QUIET_TIME) >= 0;
            if (quiet || clock.since(began).compareTo(MAX_SETTLE_TIME) >= 0) {
                return now;
            }
            pause.of(POLL_PAUSE);
        }
    }
}
