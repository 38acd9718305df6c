package dev.lockstep.app.web.guard;

import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the recent wrong tokens of each client and limits guessing. Thread-safe. */
public final class LoginThrottle {
    /** How long a wrong token is remembered. */
    public static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MAX_TRIES = 5;
    private static final int MAX_CLIENTS = 1_024;

    private final MonotonicClock clock;
    private final Map<String, Wrong> byClient =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
                    return size() > MAX_CLIENTS;
                }
            };

    public LoginThrottle(MonotonicClock clock) {
        this.clock = clock;
    }

    /** Returns whether this client may try once more. */
    public boolean left(String client) {
        synchronized (byClient) {
            return now(client).times() < MAX_TRIES;
        }
    }

    /** Counts a wrong token and returns how many of this client are remembered. */
    public int wrong(String client) {
        synchronized (byClient) {
            Wrong before = now(client);
            byClient.put(client, new Wrong(before.forgotten(), before.times() + 1));
            return before.times() + 1;
        }
    }

    private Wrong now(String client) {
        Wrong known = byClient.get(client);
        return known != null && !known.forgotten().passed()
                ? known
                : new Wrong(DeadlineSetting.after(REMEMBERED, clock), 0);
    }

    private record Wrong(DeadlineSetting forgotten, int times) {}
}
