package dev.lockstep.contracts;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.broker.StreamedReport;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A stream that a test speaks on; nobody listens to it. */
public final class FakeStream implements ExecutionReports {
    private final AtomicReference<StreamStatus> status =
            new AtomicReference<>(
                    new StreamStatus(
                            StreamStatus.State.LISTENING, SampleOrders.START, null, 1, ""));

    /** A piece of news as it comes over the stream. */
    public static StreamedReport report(BrokerOrder order) {
        return new StreamedReport(
                "fill",
                null,
                null,
                order,
                new Evidence(Evidence.Source.STREAM, "trade_updates", "", "{}"));
    }

    /** Sets how it is. */
    public void set(StreamStatus.State state, Instant since) {
        status.set(new StreamStatus(state, since, null, 1, ""));
    }

    @Override
    public void listen(Listener listener) {
        throw new UnsupportedOperationException("a test speaks to the listener itself");
    }

    @Override
    public StreamStatus status() {
        return status.get();
    }
}
