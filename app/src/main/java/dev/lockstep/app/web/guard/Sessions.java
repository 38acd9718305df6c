package dev.lockstep.app.web.guard;

import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The browsers that have shown the token, each by a name that nobody can guess: a browser cannot
 * put a header on the request for a page or for live events, but it sends a cookie. They end with
 * the process. Safe for use by several threads.
 */
public final class Sessions {
    /** How long a browser is known. */
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
     * Knows nobody yet.
     *
     * @param random makes the names; must not be guessable
     */
    public Sessions(RandomGenerator random, MonotonicClock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** Begins one, and tells its name. */
    public String begin() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        String text = HexFormat.of().formatHex(name);
        synchronized (ends) {
            ends.put(text, DeadlineSetting.after(LONGEST, clock));
        }
        return text;
    }

    /** Whether this one has begun and not ended. */
    public boolean knows(String name) {
        synchronized (ends) {
            DeadlineSetting end = ends.get(name);
            return end != null && !end.passed();
        }
    }

    /** Ends one. */
    public void end(String name) {
        synchronized (ends) {
            ends.remove(name);
        }
    }
}
