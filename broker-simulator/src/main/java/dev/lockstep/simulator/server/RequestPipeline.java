package dev.lockstep.simulator.server;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.server.http.LocalHost;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.HttpRequest;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.request.VenueEndpoint;
import dev.lockstep.simulator.server.venue.ApiKeyRegistry;
import dev.lockstep.simulator.server.venue.FaultInjector;
import dev.lockstep.simulator.server.venue.IdleTimer;
import dev.lockstep.simulator.server.venue.RateLimit;
import dev.lockstep.simulator.server.venue.RequestCount;
import dev.lockstep.simulator.server.venue.ResponseMode;
import dev.lockstep.simulator.server.venue.ResponseWriter;
import dev.lockstep.simulator.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Request pipeline: authenticates each request, applies the rate limit, dispatches it and writes
 * the response.
 */
final class RequestPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(RequestPipeline.class);

    /** Counts the requests without a key, in place of an account. */
    private static final String ANYONE = "";

    private final ResponseWriter courier;
    private final FaultInjector mishaps;
    private final ApiKeyRegistry keyring;
    private final RateLimit rateLimit;
    private final IdleTimer activity;
    private final RequestCount count;

    RequestPipeline(
            ResponseWriter courier,
            FaultInjector mishaps,
            ApiKeyRegistry keyring,
            RateLimit rateLimit,
            IdleTimer activity,
            RequestCount count) {
        this.courier = courier;
        this.mishaps = mishaps;
        this.keyring = keyring;
        this.rateLimit = rateLimit;
        this.activity = activity;
        this.count = count;
    }

    /** Returns the web server's handler for an endpoint. */
    Handler handler(Access access) {
        return switch (access.rule()) {
            case KEY -> counted(limited(access.endpoint(), Optional.empty()));
            case NO_KEY -> counted(limited(access.endpoint(), Optional.of(ANYONE)));
            case LOCAL -> local(access.endpoint());
        };
    }

    private Handler counted(Handler handler) {
        return request -> {
            count.begin();
            try {
                handler.handle(request);
            } finally {
                count.end();
            }
        };
    }

    /**
     * @param otherwise the name by which requests without a key are counted; empty to reject them
     */
    private Handler limited(VenueEndpoint endpoint, Optional<String> otherwise) {
        return request -> {
            activity.touch();
            Optional<String> account =
                    keyring.account(
                                    request.header("APCA-API-KEY-ID"),
                                    request.header("APCA-API-SECRET-KEY"),
                                    request.header("Authorization"))
                            .or(() -> otherwise);
            if (account.isEmpty()) {
                write(request, unauthorized());
                return;
            }
            RateLimit.Allowance allowance = rateLimit.take(account.get());
            setRateLimitHeaders(request, allowance);
            if (!allowance.granted()) {
                write(request, VenueAnswer.refused(Refusal.tooMany("rate limit exceeded")));
                return;
            }
            String target = request.method() + " " + request.path();
            courier.deliver(
                    request, mishaps.serve(target, () -> answer(endpoint, request, account.get())));
        };
    }

    private Handler local(VenueEndpoint endpoint) {
        return request -> {
            activity.touch();
            write(
                    request,
                    LocalHost.allows(request.host(), request.header("Origin"))
                            ? answer(endpoint, request, "")
                            : VenueAnswer.refused(Refusal.forbidden("forbidden.")));
        };
    }

    /** Responds to a request that matches no endpoint. */
    void unknown(HttpResponseException reason, Context request) {
        activity.touch();
        write(
                request,
                switch (reason.getStatus()) {
                    case 404, 405 -> VenueAnswer.refused(Refusal.notFound("endpoint not found."));
                    case 429 -> VenueAnswer.refused(Refusal.tooMany("connection limit exceeded"));
                    case 413 -> VenueAnswer.refused(Refusal.ofStatus(413));
                    default -> VenueAnswer.refused(Refusal.malformed());
                });
    }

    /** Responds to a request whose body is incomplete or malformed. */
    void unreadable(Exception reason, Context request) {
        LOG.debug("request {} {} cannot be read", request.method(), request.path(), reason);
        activity.touch();
        write(request, VenueAnswer.refused(Refusal.malformed()));
    }

    /** Responds after an unexpected exception. */
    void failed(Exception reason, Context request) {
        LOG.error("request {} {} failed", request.method(), request.path(), reason);
        write(request, VenueAnswer.refused(Refusal.internal()));
    }

    private void write(Context request, VenueAnswer answer) {
        courier.deliver(request, new ResponseMode.Whole(answer));
    }

    private static VenueAnswer answer(VenueEndpoint endpoint, Context request, String account) {
        try {
            return endpoint.answer(new HttpRequest(request), account);
        } catch (RefusedRequest refused) {
            return VenueAnswer.refused(refused.refusal());
        }
    }

    private static VenueAnswer unauthorized() {
        return new VenueAnswer(401, Json.object().put("message", "unauthorized."));
    }

    private static void setRateLimitHeaders(Context request, RateLimit.Allowance allowance) {
        request.header("X-RateLimit-Limit", Integer.toString(allowance.limit()));
        request.header("X-RateLimit-Remaining", Integer.toString(allowance.remaining()));
        request.header("X-RateLimit-Reset", Long.toString(allowance.resetSecond()));
    }
}
