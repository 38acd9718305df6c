package dev.lockstep.domain.port.broker;

/**
 * The broker's live news of orders. It is a hint that makes a sync fast, never the only source: it
 * can be late, double, out of order, and silent about what happened while it was not connected.
 */
public interface ExecutionReports {
    /**
     * Listens on the calling thread until that thread is interrupted, connecting again for as long
     * as it takes. All calls of the listener come from that thread, one after the other; what
     * arrives during a call waits.
     *
     * @throws IllegalStateException if another thread is listening: the broker allows one
     *     connection for each account
     */
    void listen(Listener listener);

    /** How it is now; any thread may ask. */
    StreamStatus status();

    /** Whoever acts on the news; what it throws is logged and ends nothing. */
    interface Listener {
        /**
         * News before this moment may be missing: after each connect, and where something arrived
         * that could not be read. Only a full pass of sync tells what it was. Reports that arrive
         * during this call come after it.
         *
         * @param why what happened
         */
        void newsMayBeMissing(String why);

        /** One piece of news. */
        void report(StreamedReport report);

        /**
         * The connection is gone, and another one is being made.
         *
         * @param why what happened
         */
        void disconnected(String why);
    }
}
