package dev.lockstep.app.gateway;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.recovery.Recovery;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.recover.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Delays new orders of bots until the orders that were unanswered at the start are resolved; does
 * not let a bot wait, but returns the reason. Thread-safe.
 */
final class StartGate implements AutoCloseable {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final Recovery recovery;
    private final Pause pause;
    private final Thread settling;
    private volatile Optional<String> reason =
            Optional.of("orders of before the start are being looked up");

    StartGate(Recovery recovery, Pause pause, ThreadFactory threads) {
        this.recovery = recovery;
        this.pause = pause;
        this.settling = threads.newThread(this::settle);
        settling.start();
    }

    /** Returns why no order can be submitted now, empty if orders can be submitted. */
    Optional<String> reason() {
        return reason;
    }

    @Override
    public void close() {
        settling.interrupt();
    }

    private void settle() {
        try {
            while (!settled()) {
                pause.of(AGAIN_AFTER);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean settled() throws InterruptedException {
        try {
            List<Resolution.Unresolved> left =
                    recovery.settleThoseOfNow(number -> reason = unanswered(number));
            reason = left.isEmpty() ? Optional.empty() : unanswered(left.size());
            return left.isEmpty();
        } catch (RepositoryException failed) {
            reason = Optional.of("the store failed: " + failed.reason());
            return false;
        }
    }

    private static Optional<String> unanswered(int orders) {
        return Optional.of("the outcome of " + orders + " earlier orders is unknown");
    }
}
