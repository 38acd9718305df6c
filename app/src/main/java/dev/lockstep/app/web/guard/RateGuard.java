package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lets each client in so many times a second. */
public final class RateGuard implements Guard {
    private static final int MAX_CLIENTS = 1_024;

    private final int requestsPerSecond;
    private final InstantSource clock;
    private final Map<String, Window> windows =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
                    return size() > MAX_CLIENTS;
                }
            };

    /** Lets each client in so many times a second. */
    public RateGuard(int requestsPerSecond, InstantSource clock) {
        this.requestsPerSecond = requestsPerSecond;
        this.clock = clock;
    }

    @Override
    public Optional<Problem> refusal(RequestHead head) {
        long second = clock.instant().getEpochSecond();
        int used;
        synchronized (windows) {
            used =
                    windows.merge(
                                    head.client(),
                                    new Window(second, 1),
                                    (before, first) ->
                                            before.second() == second
                                                    ? new Window(second, before.used() + 1)
                                                    : first)
                            .used();
        }
        return used <= requestsPerSecond
                ? Optional.empty()
                : Optional.of(
                        Problem.of(429, "at most " + requestsPerSecond + " requests in a second"));
    }

    private record Window(long second, int used) {}
}
