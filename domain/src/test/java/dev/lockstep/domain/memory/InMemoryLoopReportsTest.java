package dev.lockstep.domain.memory;

import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.contracts.store.LoopReportsContract;

class InMemoryLoopReportsTest extends LoopReportsContract {
    private final LoopReports reports = new InMemoryLoopReports();

    @Override
    protected LoopReports loopReports() {
        return reports;
    }
}
