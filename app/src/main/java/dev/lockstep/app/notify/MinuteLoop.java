package dev.lockstep.app.notify;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.store.RepositoryException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs checks every minute; one that fails does not keep the others from running. */
final class MinuteLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(MinuteLoop.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final List<Runnable> checks;
    private final Pause pause;

    MinuteLoop(List<Runnable> checks, Pause pause) {
        this.checks = List.copyOf(checks);
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                checks.forEach(MinuteLoop::run);
                pause.of(EVERY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable check) {
        try {
            check.run();
        } catch (RepositoryException failed) {
            LOG.warn("a condition for notifications was not checked: {}", failed.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("internal error in a check for notifications, which continues", bug);
        }
    }
}
