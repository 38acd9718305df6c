package dev.lockstep.gateway.alpaca.stream;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster.Pause;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the open streams once a second, so that one whose key was revoked ends. */
public final class StreamChecks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamChecks.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** The number of checks after which a stream without credentials ends. */
    public static final int AUTH_TIMEOUT_CHECKS = 10;

    private final Supplier<? extends Collection<? extends Checked>> open;
    private final Pause pause;
    private final Thread thread;

    /**
     * Starts the thread.
     *
     * @param open returns the open streams
     */
    public StreamChecks(
            Supplier<? extends Collection<? extends Checked>> open,
            Pause pause,
            ThreadFactory threads) {
        this.open = open;
        this.pause = pause;
        this.thread = threads.newThread(this::run);
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                pause.of(EVERY);
                open.get().forEach(StreamChecks::check);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(Checked stream) {
        try {
            stream.check();
        } catch (RepositoryException failed) {
            LOG.warn("the key of a stream cannot be checked: {}", failed.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("internal error in the check of a stream", bug);
        }
    }

    /** An open stream. */
    @FunctionalInterface
    public interface Checked {
        /** Ends the stream if its key is not valid any more, or if it has shown none in time. */
        void check();
    }
}
