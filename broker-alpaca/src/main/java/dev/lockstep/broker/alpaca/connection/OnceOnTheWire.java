package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.domain.port.SendGuard;
import dev.lockstep.domain.port.SendRefusal;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Stops a request that changes something from reaching the wire a second time within one call,
 * whatever the reason the client may have to repeat it, and asks the request's guard immediately
 * before its first byte.
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
        if (sent != null) {
            sent.require(request.method());
        }
        Response response = chain.proceed(request);
        return response.code() == SERVICE_UNAVAILABLE
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    /** Watches calls for the moment at which the client begins to write a request. */
    static final class FirstByte extends EventListener {
        @Override
        public void callStart(Call call) {
            Sent sent = call.request().tag(Sent.class);
            if (sent != null) {
                sent.watched = true;
            }
        }

        @Override
        public void requestHeadersStart(Call call) {
            Sent sent = call.request().tag(Sent.class);
            if (sent != null) {
                sent.begun = true;
            }
        }
    }

    /** Accompanies each request that must be sent once, and only if its guard permits it. */
    static final class Sent {
        private final AtomicBoolean sent = new AtomicBoolean();
        private volatile boolean watched;
        private volatile boolean begun;
        private final SendGuard guard;

        Sent(SendGuard guard) {
            this.guard = guard;
        }

        /**
         * Whether it is proven that nothing of the request was written: the call was watched from
         * its start, and neither this interceptor nor the client began to write.
         */
        boolean provenUnsent() {
            return watched && !begun && !sent.get();
        }

        /** The connection stands here, and nothing of the request has been written. */
        private void require(String method) throws IOException {
            if (sent.get()) {
                throw new IOException(method + " was stopped from being sent twice");
            }
            Optional<SendRefusal> refusal = guard.refusal();
            if (refusal.isPresent()) {
                throw new NotPermittedException(refusal.get());
            }
            sent.set(true);
        }
    }

    /** The guard does not permit the request. */
    static final class NotPermittedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient SendRefusal refusal;

        NotPermittedException(SendRefusal refusal) {
            super(refusal.text());
            this.refusal = refusal;
        }

        SendRefusal refusal() {
            return refusal;
        }
    }
}
