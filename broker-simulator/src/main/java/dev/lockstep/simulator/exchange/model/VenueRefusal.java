package dev.lockstep.simulator.exchange.model;

import dev.lockstep.alpaca.request.ErrorKind;
import java.util.Map;

/**
 * Error response of the exchange: kind and message in Alpaca's terms.
 *
 * @param details further keys of the response, each a text or a list of texts
 */
public record VenueRefusal(ErrorKind kind, String message, Map<String, Object> details) {
    public VenueRefusal {
        details = Map.copyOf(details);
    }

    public static VenueRefusal malformed() {
        return new VenueRefusal(ErrorKind.MALFORMED, "request body format is invalid", Map.of());
    }

    public static VenueRefusal invalid(String message) {
        return new VenueRefusal(ErrorKind.INVALID, message, Map.of());
    }

    public static VenueRefusal badDataParameter(String message) {
        return new VenueRefusal(ErrorKind.BAD_DATA_PARAMETER, message, Map.of());
    }

    public static VenueRefusal unprocessable(String message) {
        return new VenueRefusal(ErrorKind.UNPROCESSABLE, message, Map.of());
    }

    public static VenueRefusal forbidden(String message) {
        return new VenueRefusal(ErrorKind.FORBIDDEN, message, Map.of());
    }

    public static VenueRefusal notFound(String message) {
        return new VenueRefusal(ErrorKind.NOT_FOUND, message, Map.of());
    }

    /** Returns a copy with further keys. */
    public VenueRefusal with(Map<String, Object> more) {
        return new VenueRefusal(kind, message, more);
    }
}
