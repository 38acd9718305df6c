package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.metrics.Meters;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.board.HealthAnswer;
import dev.lockstep.app.web.board.HealthProbe;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Answers the machines that watch: whether it is healthy, and its numbers. */
public final class HealthRoutes {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HealthProbe probe;
    private final Meters meters;

    /** Answers from these. */
    public HealthRoutes(HealthProbe probe, Meters meters) {
        this.probe = probe;
        this.meters = meters;
    }

    /** Registers the endpoints outside the base path, where monitors expect them. */
    public void register(Endpoints endpoints) {
        endpoints.root(HandlerType.GET, "/health", this::health);
        endpoints.root(HandlerType.GET, "/metrics", this::metrics);
    }

    /**
     * Returns yes or no to every client, and the reasons only with the token. That the store is
     * away is no secret: the answer without it would look like one of a platform that works.
     */
    private void health(Context request) {
        Params.allow(request);
        HealthAnswer health = probe.answer();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("healthy", health.healthy());
        if (health instanceof HealthAnswer.StoreAway) {
            body.put("store", "away");
        }
        request.status(health.healthy() ? 200 : 503)
                .contentType("application/json")
                .result(JsonBody.bytes(body));
    }

    private void metrics(Context request) {
        Params.allow(request);
        request.contentType(PROMETHEUS).result(meters.scrape());
    }
}
