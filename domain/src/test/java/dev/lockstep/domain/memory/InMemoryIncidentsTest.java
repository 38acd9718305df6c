package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.IncidentsContract;
import dev.lockstep.domain.port.store.Incidents;

class InMemoryIncidentsTest extends IncidentsContract {
    private final Incidents incidents = new InMemoryIncidents();

    @Override
    protected Incidents incidents() {
        return incidents;
    }
}
