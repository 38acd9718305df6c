package dev.lockstep.simulator.server.route;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.faults.FaultInjection;
import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.FaultControl;
import dev.lockstep.simulator.wire.FaultPlanJson;

/** Endpoints that show, replace and remove the fault plan. */
public final class FaultEndpoints {
    private final FaultControl control;
    private final FaultInjection faults;

    public FaultEndpoints(FaultControl control, FaultInjection faults) {
        this.control = control;
        this.faults = faults;
    }

    public void register(Routes routes) {
        routes.get("/sim/faults", Access.local(this::show));
        routes.put("/sim/faults", Access.local(this::replace));
        routes.post("/sim/faults", Access.local(this::replace));
        routes.delete("/sim/faults", Access.local(this::clear));
    }

    private VenueAnswer show(ExchangeRequest request, String none) {
        return VenueAnswer.ok(FaultPlanJson.of(faults));
    }

    private VenueAnswer replace(ExchangeRequest request, String none) {
        try {
            control.arm(FaultPlanJson.read(request.body()));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedRequest(Refusal.invalid(String.valueOf(wrong.getMessage())));
        }
        return VenueAnswer.ok(FaultPlanJson.of(faults));
    }

    private VenueAnswer clear(ExchangeRequest request, String none) {
        control.arm(FaultPlan.NONE);
        return VenueAnswer.ok(FaultPlanJson.of(faults));
    }
}
