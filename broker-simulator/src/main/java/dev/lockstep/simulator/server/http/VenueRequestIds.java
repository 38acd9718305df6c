package dev.lockstep.simulator.server.http;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;

/** Assigns an id to each response, by which a client can refer to it. */
public final class VenueRequestIds {
    private static final String HEADER = "X-Request-ID";

    private final AtomicLong last = new AtomicLong();

    /** Sets the request id header unless it is present. */
    void mark(HttpFields.Mutable headers) {
        if (!headers.contains(HEADER)) {
            headers.put(HEADER, "%032x".formatted(last.incrementAndGet()));
        }
    }
}
