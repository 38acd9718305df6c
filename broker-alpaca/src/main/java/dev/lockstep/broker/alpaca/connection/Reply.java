package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.domain.port.broker.SendRefusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of one request: an answer, no response, or not sent. */
public sealed interface Reply {
    /** The request line: {@code POST /v2/orders}. */
    String request();

    /** The broker's request id, empty if absent. */
    String requestId();

    /** The response body, empty if absent. */
    String body();

    /** One line for messages: {@code POST /v2/orders: 200}. */
    String summary();

    /**
     * A complete HTTP response, from the broker or from an intermediary.
     *
     * @param request the request line
     * @param status the HTTP status
     * @param requestId the broker's request id, empty if absent
     * @param body the body as text, empty if absent
     * @param limits the rate limit headers
     */
    record Answer(String request, int status, String requestId, String body, RateLimit limits)
            implements Reply {
        @Override
        public String summary() {
            return request + ": " + status;
        }

        /** Returns whether the status is 2xx. */
        public boolean successful() {
            return Statuses.succeeded(status);
        }
    }

    /**
     * No complete response. The request may or may not have been executed.
     *
     * @param request the request line
     * @param cause the kind of failure
     * @param requestId the broker's request id if the headers arrived, else empty
     * @param text the failure, for messages
     */
    record Silence(String request, Cause cause, String requestId, String text) implements Reply {
        @Override
        public String body() {
            return "";
        }

        @Override
        public String summary() {
            return request + ": " + text;
        }
    }

    /**
     * Withheld locally; the request certainly was not sent.
     *
     * @param request the request line
     * @param by the component that withheld it
     * @param text the reason, for messages
     */
    record Withheld(String request, Holder by, String text) implements Reply {
        @Override
        public String requestId() {
            return "";
        }

        @Override
        public String body() {
            return "";
        }

        @Override
        public String summary() {
            return request + ": not sent, " + text;
        }
    }

    /**
     * Stopped by its guard before the first byte; the request certainly was not sent.
     *
     * @param request the request line
     * @param refusal the reason
     */
    record NotPermitted(String request, SendRefusal refusal) implements Reply {
        @Override
        public String requestId() {
            return "";
        }

        @Override
        public String body() {
            return "";
        }

        @Override
        public String summary() {
            return request + ": not sent, " + refusal.text();
        }
    }

    /**
     * No connection was established; the request certainly was not sent.
     *
     * @param request the request line
     * @param cause the kind of failure
     * @param text the failure, for messages
     */
    record NotConnected(String request, Cause cause, String text) implements Reply {
        @Override
        public String requestId() {
            return "";
        }

        @Override
        public String body() {
            return "";
        }

        @Override
        public String summary() {
            return request + ": not sent, no connection: " + text;
        }
    }

    /** A component that withholds requests. */
    enum Holder {
        /** The request budget of the current minute is used up. */
        BUDGET,
        /** The circuit breaker is open. */
        BREAKER,
        /** The calling thread was interrupted. */
        INTERRUPT
    }

    /** The kinds of missing responses. */
    enum Cause {
        /** The connection failed or broke. */
        UNREACHABLE,
        /** The timeout expired. */
        TIMEOUT,
        /** The response exceeds the size limit. */
        TOO_LARGE
    }

    /**
     * The rate limit headers of a response.
     *
     * @param limit requests per window, null if absent
     * @param remaining requests left in this window, null if absent
     * @param pause how long the server asks clients to wait, null if absent
     */
    record RateLimit(
            @Nullable Integer limit, @Nullable Integer remaining, @Nullable Duration pause) {}
}
