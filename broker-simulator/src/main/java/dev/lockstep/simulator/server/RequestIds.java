package dev.lockstep.simulator.server;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;

/** Numbers the answers, so that a client can say which one it speaks of. */
final class RequestIds {
    private static final String HEADER = "X-Request-ID";

    private final AtomicLong last = new AtomicLong();

    /** Puts a number on an answer that has none yet. */
    void mark(HttpFields.Mutable headers) {
        if (!headers.contains(HEADER)) {
            headers.put(HEADER, "%032x".formatted(last.incrementAndGet()));
        }
    }
}
