package dev.lockstep.app.web.route;

import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Shows and changes what holds orders back: the limits and the state of trading. */
public final class TradingStateRoutes {
    private final ControlRisk controlRisk;
    private final String who;

    /**
     * Changes them by this.
     *
     * @param who who is written down as having done it
     */
    public TradingStateRoutes(ControlRisk controlRisk, String who) {
        this.controlRisk = controlRisk;
        this.who = who;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/risk", this::show);
        endpoints.risky(HandlerType.PUT, "/risk/limits/{name}", this::set);
        endpoints.risky(HandlerType.DELETE, "/risk/limits/{name}", this::clear);
        endpoints.risky(HandlerType.PUT, "/strategies/{strategy}/limits/{name}", this::setOwn);
        endpoints.risky(HandlerType.DELETE, "/strategies/{strategy}/limits/{name}", this::clearOwn);
        endpoints.change(HandlerType.POST, "/strategies/{strategy}/pause", this::pause);
        endpoints.risky(HandlerType.POST, "/strategies/{strategy}/resume", this::resumeOwn);
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

    private Answer setOwn(Context request) {
        JsonBody body = Bodies.fields(request, "value", "reason");
        LimitName name = LimitName.of(request.pathParam("name"));
        RiskLimit limit = name.read(body.required("value", name.expected()));
        return shown(controlRisk.set(strategy(request), limit, who, why(body)));
    }

    private Answer clearOwn(Context request) {
        JsonBody body = Bodies.fields(request, "reason");
        LimitName name = LimitName.of(request.pathParam("name"));
        return shown(controlRisk.clear(strategy(request), name, who, why(body)));
    }

    private Answer pause(Context request) {
        String why = why(Bodies.fields(request, "reason"));
        return shown(controlRisk.pause(strategy(request), who, why));
    }

    private Answer resumeOwn(Context request) {
        String why = why(Bodies.fields(request, "reason"));
        return shown(controlRisk.resume(strategy(request), who, why));
    }

    private static StrategyId strategy(Context request) {
        return new StrategyId(request.pathParam("strategy"));
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
        return body.required("reason", "the reason");
    }

    private static Answer shown(RiskRules rules) {
        return Answer.ok(RiskView.json(rules));
    }
}
