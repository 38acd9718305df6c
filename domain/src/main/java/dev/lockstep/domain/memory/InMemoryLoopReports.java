package dev.lockstep.domain.memory;

import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReports;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The last report kept in memory; safe for use by several threads. */
public final class InMemoryLoopReports implements LoopReports {
    private final AtomicReference<Optional<LoopReport>> last =
            new AtomicReference<>(Optional.empty());

    /** None yet. */
    public InMemoryLoopReports() {}

    @Override
    public void write(LoopReport report) {
        last.set(Optional.of(report));
    }

    @Override
    public Optional<LoopReport> last() {
        return last.get();
    }
}
