package dev.lockstep.app.web.guard;

import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.domain.port.MonotonicClock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bounds the requests of each client per second. Requests that only take risk away (halt, reduce,
 * cancel) and show the token are counted apart, so that a flood of others cannot hold them back.
 */
public final class RateGuard implements Guard {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int MAX_CLIENTS = 1_024;
    private static final String SAFETY = " safety";
    private static final Set<String> SAFETY_POSTS =
            Set.of("/api/v1/trading/halt", "/api/v1/trading/reduce", "/api/v1/orders/cancel-all");

    private final int requestsPerSecond;
    private final MonotonicClock clock;
    private final Authenticator admission;
    private final Map<String, Window> windows =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
                    return size() > MAX_CLIENTS;
                }
            };

    /**
     * Bounds requests.
     *
     * @param requestsPerSecond of one client, and once more for its safety requests
     * @param admission decides who has shown the token
     */
    public RateGuard(int requestsPerSecond, MonotonicClock clock, Authenticator admission) {
        this.requestsPerSecond = requestsPerSecond;
        this.clock = clock;
        this.admission = admission;
    }

    @Override
    public Optional<Problem> refusal(RequestHead head) {
        long second = Math.floorDiv(clock.nanoTime(), NANOS_PER_SECOND);
        int used;
        synchronized (windows) {
            used =
                    windows.merge(
                                    safety(head) ? head.client() + SAFETY : head.client(),
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

    private boolean safety(RequestHead head) {
        boolean cancel =
                head.method().equals("DELETE") && head.path().startsWith("/api/v1/orders/");
        boolean post = head.method().equals("POST") && SAFETY_POSTS.contains(head.path());
        return (cancel || post) && admission.admits(head.authorization(), head.session());
    }

    private record Window(long second, int used) {}
}
