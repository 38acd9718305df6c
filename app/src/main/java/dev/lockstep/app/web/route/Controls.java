package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.CancelLine;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.risk.LimitName;
import dev.lockstep.domain.risk.Restriction;
import dev.lockstep.domain.risk.RiskRules;
import dev.lockstep.domain.usecase.ControlRisk;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Shows and changes what holds orders back: the limits and the state of trading. */
public final class Controls {
    private final Desk desk;
    private final ControlRisk controlRisk;
    private final String who;

    /**
     * Changes them at this desk.
     *
     * @param who who is written down as having done it
     */
    public Controls(Desk desk, String who) {
        this.desk = desk;
        this.controlRisk = desk.controlRisk();
        this.who = who;
    }

    /** Puts the endpoints up. */
    public void register(Endpoints endpoints) {
        endpoints.get("/risk", this::show);
        endpoints.risky(HandlerType.PUT, "/risk/limits/{name}", this::set);
        endpoints.risky(HandlerType.DELETE, "/risk/limits/{name}", this::clear);
        endpoints.change(HandlerType.POST, "/trading/halt", this::halt);
        endpoints.change(HandlerType.POST, "/trading/reduce", this::reduce);
        endpoints.risky(HandlerType.POST, "/trading/resume", this::resume);
    }

    private Answer show(Context request) {
        Params.allow(request);
        return Answer.ok(RiskView.json(controlRisk.rules()));
    }

    private Answer set(Context request) {
        JsonBody body = Bodies.fields(request, "value", "reason");
        LimitName name = LimitName.of(request.pathParam("name"));
        return shown(
                controlRisk.set(
                        name.read(body.required("value", name.expected())), who, why(body)));
    }

    private Answer clear(Context request) {
        JsonBody body = Bodies.fields(request, "reason");
        LimitName name = LimitName.of(request.pathParam("name"));
        return shown(controlRisk.clear(name, who, why(body)));
    }

    /** The halt is in force before the broker is asked for anything. */
    private Answer halt(Context request) {
        JsonBody body = Bodies.fields(request, "reason", "cancel");
        boolean cancel = body.flag("cancel");
        ObjectNode node = RiskView.json(controlRisk.halt(who, why(body)));
        if (cancel) {
            ArrayNode canceled = node.putArray("canceled");
            desk.haltTrading()
                    .cancelAll()
                    .ours()
                    .forEach(each -> canceled.add(CancelLine.of(each).json()));
        }
        return Answer.ok(node);
    }

    private Answer reduce(Context request) {
        return shown(controlRisk.reduce(who, why(Bodies.fields(request, "reason"))));
    }

    private Answer resume(Context request) {
        JsonBody body = Bodies.fields(request, "reason", "source");
        String source = body.text("source").orElse(Restriction.OPERATOR);
        return shown(controlRisk.overrule(source, who, why(body)));
    }

    private static String why(JsonBody body) {
        return body.required("reason", "why, in a few words");
    }

    private static Answer shown(RiskRules rules) {
        return Answer.ok(RiskView.json(rules));
    }
}
