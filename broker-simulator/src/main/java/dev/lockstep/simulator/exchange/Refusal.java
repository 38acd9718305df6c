package dev.lockstep.simulator.exchange;

import java.util.Map;

/**
 * Error response of the exchange: kind and message in Alpaca's terms.
 *
 * @param details further keys of the response, each a text or a list of texts
 */
public record Refusal(Kind kind, String message, Map<String, Object> details) {
    /** Alpaca's kinds of error, each with its HTTP status and its code. */
    public enum Kind {
        /** The request cannot be parsed. */
        MALFORMED(400, 40010000),
        /** A parameter is missing or invalid. */
        INVALID(422, 40010001),
        /** A trading rule forbids it. */
        UNPROCESSABLE(422, 42210000),
        /** The account is not allowed to. */
        FORBIDDEN(403, 40310000),
        /** The object does not exist. */
        NOT_FOUND(404, 40410000);

        private final int status;
        private final int code;

        Kind(int status, int code) {
            this.status = status;
            this.code = code;
        }

        /** Returns the HTTP status. */
        public int status() {
            return status;
        }

        /** Returns the code for the response body. */
        public int code() {
            return code;
        }
    }

    public Refusal {
        details = Map.copyOf(details);
    }

    public static Refusal malformed() {
        return new Refusal(Kind.MALFORMED, "request body format is invalid", Map.of());
    }

    public static Refusal invalid(String message) {
        return new Refusal(Kind.INVALID, message, Map.of());
    }

    public static Refusal unprocessable(String message) {
        return new Refusal(Kind.UNPROCESSABLE, message, Map.of());
    }

    public static Refusal forbidden(String message) {
        return new Refusal(Kind.FORBIDDEN, message, Map.of());
    }

    public static Refusal notFound(String message) {
        return new Refusal(Kind.NOT_FOUND, message, Map.of());
    }

    /** Returns a copy with further keys. */
    public Refusal with(Map<String, Object> more) {
        return new Refusal(kind, message, more);
    }
}
