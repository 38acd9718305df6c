package dev.lockstep.broker.alpaca;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.StreamedReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Listener on its own thread that records everything it receives. */
final class Ear implements ExecutionReports.Listener, AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(15);

    private final List<String> gaps = new CopyOnWriteArrayList<>();
    private final List<StreamedReport> reports = new CopyOnWriteArrayList<>();
    private final List<String> disconnects = new CopyOnWriteArrayList<>();
    private final Thread thread;

    Ear(ExecutionReports stream) {
        thread = Thread.ofPlatform().daemon().name("ear").start(() -> stream.listen(this));
    }

    List<String> gaps() {
        return gaps;
    }

    List<StreamedReport> reports() {
        return reports;
    }

    List<String> disconnects() {
        return disconnects;
    }

    void await(String what, BooleanSupplier condition) {
        Eventually.within(BOUND, what, condition);
    }

    @Override
    public void eventsMayBeMissing(String why) {
        gaps.add(why);
    }

    @Override
    public void reports(List<StreamedReport> arrived) {
        boolean fails = arrived.stream().anyMatch(report -> report.event().equals("trip"));
        if (!fails || arrived.size() == 1) {
            reports.addAll(arrived);
        }
        if (fails) {
            throw new IllegalStateException("a listener that fails");
        }
    }

    @Override
    public void disconnected(String why) {
        disconnects.add(why);
    }

    @Override
    public void close() {
        thread.interrupt();
        await("the listening thread ends", () -> !thread.isAlive());
    }
}
