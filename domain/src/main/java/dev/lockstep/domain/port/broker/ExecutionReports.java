package dev.lockstep.domain.port.broker;

import java.util.List;

/**
 * The broker's stream of order events. It only accelerates the sync: events can be late,
 * duplicated, reordered, and lost while the stream was not connected.
 */
public interface ExecutionReports {
    /** The most events that the listener gets in one call. */
    int MAX_REPORTS_AT_ONCE = 256;

    /**
     * Listens on the calling thread until that thread is interrupted, connecting again for as long
     * as it takes. All calls of the listener come from that thread, one after the other; what
     * arrives during a call waits.
     *
     * @throws IllegalStateException if another thread is listening: the broker allows one
     *     connection for each account
     */
    void listen(Listener listener);

    /** Returns the current state. Thread-safe. */
    StreamStatus status();

    /**
     * Handles the events; its exceptions are logged and end nothing. Reports that arrived together
     * and failed are handed over again, each on its own, so that one does not take others with it.
     */
    interface Listener {
        /**
         * Events before this moment may be missing: after each connect, and after an unreadable
         * message. Only a complete sync finds them. Reports that arrive during this call follow it.
         *
         * @param why what happened
         */
        void eventsMayBeMissing(String why);

        /**
         * Handles events.
         *
         * @param reports the events that arrived since the last call, oldest first, at least one
         *     and at most {@link #MAX_REPORTS_AT_ONCE}
         */
        void reports(List<StreamedReport> reports);

        /**
         * The connection is gone, and another one is being made.
         *
         * @param why what happened
         */
        void disconnected(String why);
    }
}
