package dev.lockstep.broker.alpaca.stream;

import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.StreamedReport;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events that have arrived to the listener, and logs its exceptions: a failed call is
 * harmless, because the next synchronization reads the same state. Used by one thread.
 */
final class ArrivedReports {
    private static final Logger LOG = LoggerFactory.getLogger(TradeUpdates.class);

    private final ExecutionReports.Listener listener;
    private final List<StreamedReport> waiting = new ArrayList<>();

    ArrivedReports(ExecutionReports.Listener listener) {
        this.listener = listener;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Keeps a report for the next call, which follows at once if there are enough. */
    void add(StreamedReport report) {
        waiting.add(report);
        if (waiting.size() >= ExecutionReports.MAX_REPORTS_AT_ONCE) {
            handOver();
        }
    }

    /** Hands the reports over; each on its own if they fail together. */
    void handOver() {
        List<StreamedReport> reports = List.copyOf(waiting);
        waiting.clear();
        if (!reports.isEmpty() && !handled(reports) && reports.size() > 1) {
            reports.forEach(report -> handled(List.of(report)));
        }
    }

    void eventsMayBeMissing(String why) {
        handOver();
        handled(() -> listener.eventsMayBeMissing(why));
    }

    void disconnected(String why) {
        handOver();
        handled(() -> listener.disconnected(why));
    }

    private boolean handled(List<StreamedReport> reports) {
        return handled(() -> listener.reports(reports));
    }

    private static boolean handled(Runnable call) {
        try {
            call.run();
            return true;
        } catch (RuntimeException failed) {
            LOG.error("trade_updates: the listener failed", failed);
            return false;
        }
    }
}
