package dev.lockstep.app.web.guard;

import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Sessions of browsers that have sent the token, each by an unguessable id. A cookie is needed,
 * because a browser cannot add a header to the request for a page or for live events. Sessions end
 * with the process. Thread-safe.
 */
public final class Sessions {
    /** The lifetime of a session. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final int MAX_SESSIONS = 256;
    private static final int NAME_BYTES = 32;

    private final RandomGenerator random;
    private final MonotonicClock clock;
    private final Map<String, DeadlineSetting> ends =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, DeadlineSetting> eldest) {
                    return size() > MAX_SESSIONS;
                }
            };

    /**
     * Creates an empty set.
     *
     * @param random creates the ids; must not be guessable
     */
    public Sessions(RandomGenerator random, MonotonicClock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** Creates a session and returns its id. */
    public String begin() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        String text = HexFormat.of().formatHex(name);
        synchronized (ends) {
            ends.put(text, DeadlineSetting.after(LONGEST, clock));
        }
        return text;
    }

    /** Returns whether a session exists. */
    public boolean knows(String name) {
        synchronized (ends) {
            DeadlineSetting end = ends.get(name);
            return end != null && !end.passed();
        }
    }

    /** Ends one and returns whether it was open. */
    public boolean end(String name) {
        synchronized (ends) {
            DeadlineSetting end = ends.remove(name);
            return end != null && !end.passed();
        }
    }
}
