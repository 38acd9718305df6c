package dev.lockstep.domain.memory;

import dev.lockstep.domain.port.Incidents;
import dev.lockstep.domain.port.IncidentsContract;

class InMemoryIncidentsTest extends IncidentsContract {
    private final Incidents incidents = new InMemoryIncidents();

    @Override
    protected Incidents incidents() {
        return incidents;
    }
}
