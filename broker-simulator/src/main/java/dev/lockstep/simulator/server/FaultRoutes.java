package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.faults.Faults;
import dev.lockstep.simulator.wire.FaultPlanJson;
import dev.lockstep.simulator.wire.RefusedRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Where the fault plan is shown, replaced and taken back. */
final class FaultRoutes {
    private final FaultControl control;
    private final Faults faults;

    FaultRoutes(FaultControl control, Faults faults) {
        this.control = control;
        this.faults = faults;
    }

    void register(RoutesConfig routes, FrontDesk desk) {
        routes.get("/sim/faults", desk.local(this::show));
        routes.put("/sim/faults", desk.local(this::replace));
        routes.post("/sim/faults", desk.local(this::replace));
        routes.delete("/sim/faults", desk.local(this::clear));
    }

    private Answer show(Context request, String none) {
        return Answer.ok(FaultPlanJson.of(faults));
    }

    private Answer replace(Context request, String none) {
        try {
            control.arm(FaultPlanJson.read(request.body()));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedRequest(Refusal.invalid(String.valueOf(wrong.getMessage())));
        }
        return Answer.ok(FaultPlanJson.of(faults));
    }

    private Answer clear(Context request, String none) {
        control.arm(FaultPlan.NONE);
        return Answer.ok(FaultPlanJson.of(faults));
    }
}
