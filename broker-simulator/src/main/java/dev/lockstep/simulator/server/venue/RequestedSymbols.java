package dev.lockstep.simulator.server.venue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Symbols whose market data was requested lately or is subscribed to. Their prices walk like those
 * of open orders and positions, so that a strategy that waits for a signal sees the market move.
 * Thread-safe.
 */
public final class RequestedSymbols {
    /** Maximum number of symbols; the one requested longest ago makes room. */
    static final int MAX_SYMBOLS = 50;

    private static final Duration KEPT = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final Map<String, Instant> requested = new LinkedHashMap<>(16, 0.75f, true);

    public RequestedSymbols(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes a request. */
    public synchronized void add(String symbol) {
        requested.put(symbol, clock.instant());
        if (requested.size() > MAX_SYMBOLS) {
            Iterator<String> oldest = requested.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Returns the symbols requested within the last quarter of an hour. */
    public synchronized Set<String> lately() {
        Instant since = clock.instant().minus(KEPT);
        requested.values().removeIf(at -> at.isBefore(since));
        return new TreeSet<>(requested.keySet());
    }
}
