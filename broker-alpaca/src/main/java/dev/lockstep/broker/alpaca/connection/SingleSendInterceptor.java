package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Interceptor that sends a changing request at most once per call, even if the client would repeat
 * it, and checks the request's guard immediately before the first byte.
 *
 * <p>Removes {@code Retry-After} from a 503 before OkHttp reads it, so that the original answer is
 * kept as evidence. A 503 is never resent because of that header: the order may have been executed.
 */
final class SingleSendInterceptor implements Interceptor {
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

    /** Listener that records when the client starts to write a request. */
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
                sent.started = true;
            }
        }
    }

    /** Request tag that allows a single send, subject to the guard. */
    static final class Sent {
        private final AtomicBoolean sent = new AtomicBoolean();
        private volatile boolean watched;
        private volatile boolean started;
        private final SendGuard guard;

        Sent(SendGuard guard) {
            this.guard = guard;
        }

        /**
         * Returns whether certainly no byte of the request was written: the listener observed the
         * call from its start, and neither this interceptor nor the client started to write.
         */
        boolean provenUnsent() {
            return watched && !started && !sent.get();
        }

        /**
         * Called when the connection is established and no byte of the request has been written.
         */
        private void require(String method) throws IOException {
            if (sent.get()) {
                throw new IOException(method + " was not sent: it has already been sent once");
            }
            Optional<SendRefusal> refusal = guard.refusal();
            if (refusal.isPresent()) {
                throw new NotPermittedException(refusal.get());
            }
            sent.set(true);
        }
    }

    /** Thrown when the guard does not permit the request. */
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
