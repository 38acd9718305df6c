package dev.lockstep.app.web.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The status of the platform: sent on change, at most once a second, and periodically for times and
 * ages.
 */
final class StatusNews implements LiveEvent {
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final List<String> ALWAYS_MOVING = List.of("at", "seq");

    private final Supplier<ObjectNode> status;
    private final MonotonicClock clock;
    private @Nullable ObjectNode reported;
    private long toldAt;

    StatusNews(Supplier<ObjectNode> status, MonotonicClock clock) {
        this.status = status;
        this.clock = clock;
    }

    @Override
    public void begin() {
        reported = null;
    }

    @Override
    public List<SseEvent> next() {
        if (within(SOONEST)) {
            return List.of();
        }
        ObjectNode fresh = status.get();
        ObjectNode standing = standing(fresh);
        if (standing.equals(reported) && within(LATEST)) {
            return List.of();
        }
        reported = standing;
        toldAt = clock.nanoTime();
        return List.of(SseEvent.of("status", fresh));
    }

    private boolean within(Duration pause) {
        return reported != null && clock.since(toldAt).compareTo(pause) < 0;
    }

    /** Returns the status without times and ages, which change by themselves. */
    private static ObjectNode standing(ObjectNode fresh) {
        ObjectNode standing = fresh.deepCopy();
        standing.remove(ALWAYS_MOVING);
        without(standing, "sync", "goodAt", "ageMillis");
        without(standing, "broker", "latencyMillis", "answeredAt", "requestsLeft");
        without(standing, "unresolved", "oldestMillis");
        return standing;
    }

    private static void without(ObjectNode node, String part, String... fields) {
        if (node.get(part) instanceof ObjectNode object) {
            object.remove(List.of(fields));
        }
    }
}
