package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.RefusedRequest;
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
final class FrontDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDesk.class);

    private final Courier courier;
    private final Mishaps mishaps;
    private final Keyring keyring;
    private final RateLimit rateLimit;
    private final Activity activity;

    FrontDesk(
            Courier courier,
            Mishaps mishaps,
            Keyring keyring,
            RateLimit rateLimit,
            Activity activity) {
        this.courier = courier;
        this.mishaps = mishaps;
        this.keyring = keyring;
        this.rateLimit = rateLimit;
        this.activity = activity;
    }

    /** Returns the web server's handler for an endpoint. */
    Handler handler(Access access) {
        return access.keyed() ? keyed(access.endpoint()) : local(access.endpoint());
    }

    private Handler keyed(Endpoint endpoint) {
        return request -> {
            activity.touch();
            Optional<String> account =
                    keyring.account(
                            request.header("APCA-API-KEY-ID"),
                            request.header("APCA-API-SECRET-KEY"));
            if (account.isEmpty()) {
                write(request, unauthorized());
                return;
            }
            RateLimit.Allowance allowance = rateLimit.take(account.get());
            setRateLimitHeaders(request, allowance);
            if (!allowance.granted()) {
                write(request, Answer.error(429, 42910000, "rate limit exceeded"));
                return;
            }
            String target = request.method() + " " + request.path();
            courier.deliver(
                    request, mishaps.serve(target, () -> answer(endpoint, request, account.get())));
        };
    }

    private Handler local(Endpoint endpoint) {
        return request -> {
            activity.touch();
            write(
                    request,
                    LocalHost.allows(request.host(), request.header("Origin"))
                            ? answer(endpoint, request, "")
                            : Answer.error(403, 40310000, "forbidden."));
        };
    }

    /** Responds to a request that matches no endpoint. */
    void unknown(HttpResponseException reason, Context request) {
        activity.touch();
        write(
                request,
                switch (reason.getStatus()) {
                    case 404, 405 -> Answer.error(404, 40410000, "endpoint not found.");
                    case 429 -> Answer.error(429, 42910000, "connection limit exceeded");
                    case 413 ->
                            Answer.error(413, WireErrors.code(413), "request body is too large");
                    default -> Answer.refused(Refusal.malformed());
                });
    }

    /** Responds to a request whose body is incomplete or malformed. */
    void unreadable(Exception reason, Context request) {
        LOG.debug("request {} {} cannot be read", request.method(), request.path(), reason);
        activity.touch();
        write(request, Answer.refused(Refusal.malformed()));
    }

    /** Responds after an unexpected exception. */
    void failed(Exception reason, Context request) {
        LOG.error("request {} {} failed", request.method(), request.path(), reason);
        write(request, Answer.error(500, 50010000, "internal server error occurred"));
    }

    private void write(Context request, Answer answer) {
        courier.deliver(request, new Delivery.Whole(answer));
    }

    private static Answer answer(Endpoint endpoint, Context request, String account) {
        try {
            return endpoint.answer(new HttpRequest(request), account);
        } catch (RefusedRequest refused) {
            return Answer.refused(refused.refusal());
        }
    }

    private static Answer unauthorized() {
        return new Answer(401, Json.object().put("message", "unauthorized."));
    }

    private static void setRateLimitHeaders(Context request, RateLimit.Allowance allowance) {
        request.header("X-RateLimit-Limit", Integer.toString(allowance.limit()));
        request.header("X-RateLimit-Remaining", Integer.toString(allowance.remaining()));
        request.header("X-RateLimit-Reset", Long.toString(allowance.resetSecond()));
    }
}
