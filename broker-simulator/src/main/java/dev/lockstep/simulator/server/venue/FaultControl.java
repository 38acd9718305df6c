package dev.lockstep.simulator.server.venue;

import dev.lockstep.simulator.faults.FaultInjection;
import dev.lockstep.simulator.faults.FaultPlan;

/** Activates a fault plan for requests, events and the exchange. */
public final class FaultControl {
    private final FaultInjection faults;
    private final ExchangeGate floor;

    public FaultControl(FaultInjection faults, ExchangeGate floor) {
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
