package dev.lockstep.simulator.server;

import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.faults.Faults;
import dev.lockstep.simulator.wire.FaultPlanJson;
import dev.lockstep.simulator.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Where the fault plan is shown, replaced and taken back. */
final class FaultRoutes {
    private final FaultControl control;
    private final Faults faults;
    private final Json json;

    FaultRoutes(FaultControl control, Faults faults, Json json) {
        this.control = control;
        this.faults = faults;
        this.json = json;
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
        control.arm(FaultPlanJson.read(json.object(request.bodyAsBytes())));
        return Answer.ok(FaultPlanJson.of(faults));
    }

    private Answer clear(Context request, String none) {
        control.arm(FaultPlan.NONE);
        return Answer.ok(FaultPlanJson.of(faults));
    }
}
