package dev.lockstep.app.runtime;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a server, and goes on when it does not stop in time: Jetty was seen to wait for ever for a
 * write to a client that had stopped reading.
 */
public final class BoundedStop {
    /**
     * The longest wait for one server: two of them fit into the time that {@code run} gets to end.
     */
    public static final Duration MAX_STOP = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(BoundedStop.class);

    private BoundedStop() {}

    /**
     * Runs the stop on a thread of its own, which does not keep the process alive.
     *
     * @param server the server's name, for the log
     * @param longest the longest wait
     * @return whether it has stopped
     */
    public static boolean of(String server, Runnable stop, Duration longest) {
        Thread stopping = Threads.virtual("stop-").newThread(stop);
        stopping.start();
        try {
            if (stopping.join(longest)) {
                return true;
            }
            LOG.warn("{} did not stop within {} ms", server, longest.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
