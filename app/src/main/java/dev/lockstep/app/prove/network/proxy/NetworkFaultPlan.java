package dev.lockstep.app.prove.network.proxy;

import dev.lockstep.app.prove.history.DisturbanceCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Seeded choices of what happens to the next bytes. Disturbs nothing until it is armed.
 * Thread-safe.
 */
public final class NetworkFaultPlan {
    private static final String CONNECTION_REFUSED = "connection-refused";
    private static final int EXCHANGES_DISTURBED_PERCENT = 5;
    private static final int FRAMES_DISTURBED_PERCENT = 2;
    private static final int CONNECTIONS_REFUSED_PERCENT = 2;
    private static final int MAX_DELAY_MILLIS = 3_000;

    /**
     * Longer than the timeout of a call (10 s), so that a request arrives after its sender has
     * given up; shorter than what the platform allows a network to hold one (30 s).
     */
    private static final int MAX_STALL_MILLIS = 25_000;

    private static final int PERCENT = 100;

    private final RandomGenerator random;
    private final DisturbanceCounts counts = new DisturbanceCounts(names());
    private boolean armed;

    /** Creates a plan; equal seeds make equal choices, in the order in which they are asked for. */
    public NetworkFaultPlan(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Disturbs from now on. */
    public synchronized void arm() {
        armed = true;
    }

    /** Disturbs nothing from now on. */
    public synchronized void disarm() {
        armed = false;
    }

    /** Counts a disturbance that happens. */
    void count(NetworkDisturbance disturbance) {
        counts.add(disturbance.name());
    }

    /** Returns how often each disturbance has happened. */
    public Map<String, Integer> counts() {
        return counts.byName();
    }

    /** Returns what happens to a request or to its answer. */
    synchronized Optional<NetworkDisturbance> ofExchange() {
        return happens(EXCHANGES_DISTURBED_PERCENT)
                ? Optional.of(chosen(random.nextBoolean() ? Flow.REQUEST : Flow.ANSWER))
                : Optional.empty();
    }

    /** Returns what happens to bytes of an event stream. */
    synchronized Optional<NetworkDisturbance> ofStream(Flow flow) {
        return happens(FRAMES_DISTURBED_PERCENT) ? Optional.of(chosen(flow)) : Optional.empty();
    }

    /** Returns whether a new connection is refused. */
    synchronized boolean refusesConnection() {
        boolean refused = happens(CONNECTIONS_REFUSED_PERCENT);
        if (refused) {
            counts.add(CONNECTION_REFUSED);
        }
        return refused;
    }

    private boolean happens(int percent) {
        return armed && random.nextInt(PERCENT) < percent;
    }

    private NetworkDisturbance chosen(Flow flow) {
        NetworkFault[] faults = NetworkFault.values();
        NetworkFault fault = faults[random.nextInt(faults.length)];
        return new NetworkDisturbance(
                flow, fault, Duration.ofMillis(heldMillis(fault)), random.nextBoolean());
    }

    private int heldMillis(NetworkFault fault) {
        return switch (fault) {
            case DELAY -> random.nextInt(MAX_DELAY_MILLIS);
            case STALL -> random.nextInt(MAX_DELAY_MILLIS, MAX_STALL_MILLIS);
            case THROTTLE, CUT, CUT_MIDWAY, HALF_CLOSE -> 0;
        };
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            for (NetworkFault fault : NetworkFault.values()) {
                names.add(NetworkDisturbance.name(flow, fault));
            }
        }
        names.add(CONNECTION_REFUSED);
        return names;
    }
}
