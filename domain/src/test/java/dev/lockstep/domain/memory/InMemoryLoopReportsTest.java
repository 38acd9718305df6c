package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.LoopReportsContract;
import dev.lockstep.domain.port.store.LoopReports;

class InMemoryLoopReportsTest extends LoopReportsContract {
    private final LoopReports reports = new InMemoryLoopReports();

    @Override
    protected LoopReports loopReports() {
        return reports;
    }
}
