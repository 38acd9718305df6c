package dev.lockstep.app.web;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures requests by what was asked for and how it ended; live events last as they like. */
final class RequestMeter implements RequestLogger {
    private static final String LIVE = "/events";
    private static final float NANOS_PER_MILLI = 1_000_000;

    private final MeterRegistry registry;

    RequestMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void handle(Context request, Float millis) {
        @Nullable Endpoint endpoint = request.endpoints().lastHttpEndpoint();
        String path = endpoint == null ? "none" : endpoint.path;
        if (!path.endsWith(LIVE)) {
            Timer.builder("lockstep.http.requests")
                    .description("Requests that the guards let in")
                    .tag("method", request.method().name())
                    .tag("path", path)
                    .tag("status", String.valueOf(request.statusCode()))
                    .publishPercentiles(0.5, 0.95, 0.99)
                    .register(registry)
                    .record(Duration.ofNanos((long) (millis * NANOS_PER_MILLI)));
        }
    }
}
