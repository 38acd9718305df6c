package dev.lockstep.app.web.route;

import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.body.health.HealthBody;
import dev.lockstep.app.view.change.SyncBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.HealthAnswer;
import dev.lockstep.app.web.board.HealthProbe;
import dev.lockstep.app.web.board.StatusSnapshot;
import dev.lockstep.domain.usecase.recover.Resolution;
import dev.lockstep.domain.usecase.sync.SyncResult;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Routes for status and sync. */
public final class SystemReads {
    private final TradingPlatform tradingPlatform;
    private final StatusSnapshot status;
    private final HealthProbe probe;

    public SystemReads(TradingPlatform tradingPlatform, StatusSnapshot status, HealthProbe probe) {
        this.tradingPlatform = tradingPlatform;
        this.status = status;
        this.probe = probe;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/status", this::status);
        endpoints.get("/invariants", this::invariants);
        endpoints.get("/health", this::health);
        endpoints.change(HandlerType.POST, "/sync", this::sync);
    }

    private Answer status(Context request) {
        Params.allow(request);
        return Answer.ok(status.body());
    }

    private Answer invariants(Context request) {
        Params.allow(request);
        return Answer.ok(status.invariants());
    }

    private Answer health(Context request) {
        Params.allow(request);
        return switch (probe.answer()) {
            case HealthAnswer.Known(var health) ->
                    Answer.of(health.healthy() ? 200 : 503, HealthBody.of(health));
            case HealthAnswer.StoreAway(var at, var text) ->
                    Answer.of(503, HealthBody.storeAway(at, text));
        };
    }

    private Answer sync(Context request) {
        Bodies.none(request);
        Resolution resolution = tradingPlatform.resolveUnknown().resolve();
        return switch (tradingPlatform.syncOrders().sync()) {
            case SyncResult.Completed completed ->
                    Answer.ok(
                            SyncBody.of(
                                    resolution,
                                    completed,
                                    tradingPlatform.brokerUseCases().fetchFills().fetch(),
                                    tradingPlatform.brokerUseCases().fetchAdjustments().fetch()));
            case SyncResult.Failed failed -> throw ProblemException.of(failed.fault());
        };
    }
}
