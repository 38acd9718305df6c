package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.metrics.Meters;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.board.StatusSnapshot;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Answers the machines that watch: whether it is healthy, and its numbers. */
public final class HealthRoutes {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final StatusSnapshot status;
    private final Meters meters;

    /** Answers from these. */
    public HealthRoutes(StatusSnapshot status, Meters meters) {
        this.status = status;
        this.meters = meters;
    }

    /** Registers the endpoints outside the base path, where monitors expect them. */
    public void register(Endpoints endpoints) {
        endpoints.root(HandlerType.GET, "/health", this::health);
        endpoints.root(HandlerType.GET, "/metrics", this::metrics);
    }

    /** Returns yes or no to every client, and the reasons only with the token. */
    private void health(Context request) {
        Params.allow(request);
        boolean healthy = status.health().healthy();
        request.status(healthy ? 200 : 503)
                .contentType("application/json")
                .result(
                        JsonBody.bytes(
                                JsonNodeFactory.instance.objectNode().put("healthy", healthy)));
    }

    private void metrics(Context request) {
        Params.allow(request);
        request.contentType(PROMETHEUS).result(meters.scrape());
    }
}
