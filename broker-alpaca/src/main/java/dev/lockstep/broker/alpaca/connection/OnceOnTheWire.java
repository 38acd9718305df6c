package dev.lockstep.broker.alpaca.connection;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Stops a request that changes something from reaching the wire a second time within one call,
 * whatever the reason the client may have to repeat it.
 *
 * <p>It also takes {@code Retry-After} off a 503 before OkHttp sees it, so that the answer itself
 * survives as evidence instead of being replaced by the stopped repetition. A 503 is never repeated
 * for that header's sake: whether the order was executed is not known.
 */
final class OnceOnTheWire implements Interceptor {
    private static final int SERVICE_UNAVAILABLE = 503;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Sent sent = request.tag(Sent.class);
        if (sent != null && !sent.first()) {
            throw new IOException(request.method() + " was stopped from being sent twice");
        }
        Response response = chain.proceed(request);
        return response.code() == SERVICE_UNAVAILABLE
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    /** Rides on each request that must go out once. */
    static final class Sent {
        private final AtomicBoolean sent = new AtomicBoolean();

        private boolean first() {
            return sent.compareAndSet(false, true);
        }
    }
}
