package dev.lockstep.benchmarks.usecase;

import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.StreamedReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps the events of some orders until each order has its fill. */
final class StreamRecorder implements ExecutionReports.Listener {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Set<ClientOrderId> orders;
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final CountDownLatch fills;
    private final List<StreamedReport> reports = Collections.synchronizedList(new ArrayList<>());

    private StreamRecorder(Set<ClientOrderId> orders) {
        this.orders = Set.copyOf(orders);
        this.fills = new CountDownLatch(orders.size());
    }

    /** Submits orders, each of which trades once. */
    interface Submission {
        void run() throws InterruptedException;
    }

    /**
     * Returns the events of the orders in the order of their arrival.
     *
     * @param stream the broker's stream, to which nothing else listens
     * @param submission submits the orders; starts when the broker has confirmed the subscription
     */
    static List<StreamedReport> recorded(
            ExecutionReports stream, Set<ClientOrderId> orders, Submission submission)
            throws InterruptedException {
        StreamRecorder recorder = new StreamRecorder(orders);
        Thread listening = Thread.ofPlatform().start(() -> stream.listen(recorder));
        try {
            require(recorder.subscribed, "the subscription");
            submission.run();
            require(recorder.fills, "the last fill");
        } finally {
            listening.interrupt();
            listening.join();
        }
        return List.copyOf(recorder.reports);
    }

    private static void require(CountDownLatch event, String what) throws InterruptedException {
        if (!event.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    what + " did not arrive within " + LONGEST_WAIT.toSeconds() + " s");
        }
    }

    @Override
    public void eventsMayBeMissing(String why) {
        subscribed.countDown();
    }

    @Override
    public void reports(List<StreamedReport> arrived) {
        arrived.forEach(this::report);
    }

    private void report(StreamedReport report) {
        if (orders.contains(report.order().clientOrderId())) {
            reports.add(report);
            if (report.fill() != null) {
                fills.countDown();
            }
        }
    }

    @Override
    public void disconnected(String why) {
        // The connection is made again; a fill that is missed ends the wait.
    }
}
