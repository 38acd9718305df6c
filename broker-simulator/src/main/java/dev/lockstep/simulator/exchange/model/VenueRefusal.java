package dev.lockstep.simulator.exchange.model;

import java.util.Map;

/**
 * Error response of the exchange: kind and message in Alpaca's terms.
 *
 * @param details further keys of the response, each a text or a list of texts
 */
public record VenueRefusal(Kind kind, String message, Map<String, Object> details) {
    /** Alpaca's kinds of error, each with its HTTP status and its code. */
    public enum Kind {
        /** The request cannot be parsed. */
        MALFORMED(400, 40010000),
        /** A parameter of market data is missing or invalid; its response has no code. */
        BAD_DATA_PARAMETER(400, 0),
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

        /** Returns the code for the response body, 0 for none. */
        public int code() {
            return code;
        }
    }

    public VenueRefusal {
        details = Map.copyOf(details);
    }

    public static VenueRefusal malformed() {
        return new VenueRefusal(Kind.MALFORMED, "request body format is invalid", Map.of());
    }

    public static VenueRefusal invalid(String message) {
        return new VenueRefusal(Kind.INVALID, message, Map.of());
    }

    public static VenueRefusal badDataParameter(String message) {
        return new VenueRefusal(Kind.BAD_DATA_PARAMETER, message, Map.of());
    }

    public static VenueRefusal unprocessable(String message) {
        return new VenueRefusal(Kind.UNPROCESSABLE, message, Map.of());
    }

    public static VenueRefusal forbidden(String message) {
        return new VenueRefusal(Kind.FORBIDDEN, message, Map.of());
    }

    public static VenueRefusal notFound(String message) {
        return new VenueRefusal(Kind.NOT_FOUND, message, Map.of());
    }

    /** Returns a copy with further keys. */
    public VenueRefusal with(Map<String, Object> more) {
        return new VenueRefusal(kind, message, more);
    }
}
