package dev.lockstep.simulator.exchange;

import java.util.Map;

/**
 * The venue's no: what kind, in its own words.
 *
 * @param details further keys of the answer, each a text or a list of texts
 */
public record Refusal(Kind kind, String message, Map<String, Object> details) {
    /** The venue's kinds of refusal, each with the status and the code it answers. */
    public enum Kind {
        /** The request cannot be read. */
        MALFORMED(400, 40010000),
        /** A parameter is missing or wrong. */
        INVALID(422, 40010001),
        /** A rule of trading forbids it. */
        UNPROCESSABLE(422, 42210000),
        /** The account may not. */
        FORBIDDEN(403, 40310000),
        /** There is no such thing. */
        NOT_FOUND(404, 40410000);

        private final int status;
        private final int code;

        Kind(int status, int code) {
            this.status = status;
            this.code = code;
        }

        /** The status of the answer. */
        public int status() {
            return status;
        }

        /** The code in the answer's body. */
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

    /** The same refusal with further keys. */
    public Refusal with(Map<String, Object> more) {
        return new Refusal(kind, message, more);
    }
}
