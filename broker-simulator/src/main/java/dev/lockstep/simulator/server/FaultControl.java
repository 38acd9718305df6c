package dev.lockstep.simulator.server;

import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.faults.Faults;

/** Activates a fault plan for requests, events and the exchange. */
public final class FaultControl {
    private final Faults faults;
    private final Floor floor;

    public FaultControl(Faults faults, Floor floor) {
        this.faults = faults;
        this.floor = floor;
    }

    public void arm(FaultPlan plan) {
        faults.arm(plan);
        floor.call((exchange, now) -> {
            exchange.disturb(plan.disturbance(), now);
            return plan;
        });
    }
}
