package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.faults.Faults;
import dev.lockstep.simulator.wire.FaultPlanJson;
import dev.lockstep.simulator.wire.RefusedRequest;

/** Endpoints that show, replace and remove the fault plan. */
final class FaultRoutes {
    private final FaultControl control;
    private final Faults faults;

    FaultRoutes(FaultControl control, Faults faults) {
        this.control = control;
        this.faults = faults;
    }

    void register(Routes routes) {
        routes.get("/sim/faults", Access.local(this::show));
        routes.put("/sim/faults", Access.local(this::replace));
        routes.post("/sim/faults", Access.local(this::replace));
        routes.delete("/sim/faults", Access.local(this::clear));
    }

    private Answer show(ExchangeRequest request, String none) {
        return Answer.ok(FaultPlanJson.of(faults));
    }

    private Answer replace(ExchangeRequest request, String none) {
        try {
            control.arm(FaultPlanJson.read(request.body()));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedRequest(Refusal.invalid(String.valueOf(wrong.getMessage())));
        }
        return Answer.ok(FaultPlanJson.of(faults));
    }

    private Answer clear(ExchangeRequest request, String none) {
        control.arm(FaultPlan.NONE);
        return Answer.ok(FaultPlanJson.of(faults));
    }
}
