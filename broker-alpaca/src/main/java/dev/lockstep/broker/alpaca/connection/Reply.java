package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.domain.port.SendRefusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one request: an answer, silence, or that it was never sent. */
public sealed interface Reply {
    /** The request in words: {@code POST /v2/orders}. */
    String request();

    /** The broker's id of the request, empty where it gave none. */
    String requestId();

    /** What was received, empty where nothing was. */
    String body();

    /** One line for a person: {@code POST /v2/orders: 200}. */
    String summary();

    /**
     * A whole answer, whoever gave it: the broker, or something that stands before it.
     *
     * @param request the request in words
     * @param status the HTTP status
     * @param requestId the broker's id of the request, empty where it gave none
     * @param body the body as text, empty where there is none
     * @param limits what the answer says about the rate limit
     */
    record Answer(String request, int status, String requestId, String body, RateLimit limits)
            implements Reply {
        @Override
        public String summary() {
            return request + ": " + status;
        }

        /** Whether the status says that it worked. */
        public boolean successful() {
            return Statuses.succeeded(status);
        }
    }

    /**
     * No whole answer. Whether the request was executed is not known.
     *
     * @param request the request in words
     * @param cause what went wrong
     * @param requestId the broker's id of the request where the answer broke off later, else empty
     * @param text what went wrong, for a person
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
     * Held back here: the request certainly was not sent.
     *
     * @param request the request in words
     * @param by what held it back
     * @param text why, for a person
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
     * Stopped by its guard right before the first byte: the request certainly was not sent.
     *
     * @param request the request in words
     * @param refusal why
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
     * No connection was made, so that the request certainly was not sent.
     *
     * @param request the request in words
     * @param cause what went wrong
     * @param text what went wrong, for a person
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

    /** What holds requests back. */
    enum Holder {
        /** The broker takes no more of them in this minute. */
        BUDGET,
        /** The broker has failed too often just now. */
        BREAKER,
        /** The calling thread was interrupted. */
        INTERRUPT
    }

    /** The ways to get no answer. */
    enum Cause {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** Not in time. */
        TIMEOUT,
        /** More bytes than are read. */
        TOO_LARGE
    }

    /**
     * What an answer's headers say about the rate limit.
     *
     * @param limit requests in a window, null where it is not said
     * @param remaining requests left in this window, null where it is not said
     * @param pause how long the server wants to be left alone, null where it is not said
     */
    record RateLimit(
            @Nullable Integer limit, @Nullable Integer remaining, @Nullable Duration pause) {}
}
