package dev.lockstep.app.web.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.util.List;

/**
 * Whether the poller can read the store: reports that the store is away when a read failed or takes
 * long, repeats it, and reports once that it is back. Thread-safe.
 */
final class LiveReadWatch {
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);
    private static final Duration REPEATED_EVERY = Duration.ofSeconds(5);

    private final PlatformClock clock;
    private boolean reading;
    private long begunAt;
    private boolean away;
    private long awaySince;
    private String text = "";
    private boolean reported;
    private String reportedText = "";
    private long reportedAt;

    LiveReadWatch(PlatformClock clock) {
        this.clock = clock;
    }

    /** Notes that a read begins. */
    synchronized void begins() {
        reading = true;
        begunAt = clock.nanoTime();
    }

    /** Notes that the read is done: the store answers. */
    synchronized void answered() {
        reading = false;
        away = false;
    }

    /** Notes that the store failed; returns whether it was not away before. */
    synchronized boolean failed(String why) {
        boolean news = !away;
        reading = false;
        away(why);
        return news;
    }

    /** Returns what clients have to be sent now: that the store is away, or back, or nothing. */
    synchronized List<SseEvent> next() {
        if (reading && !away && clock.since(begunAt).compareTo(LONGEST_READ) > 0) {
            away("it has not answered within " + LONGEST_READ.toSeconds() + " s");
        }
        if (away == reported && !(away && due())) {
            return List.of();
        }
        reported = away;
        reportedText = text;
        reportedAt = clock.nanoTime();
        return List.of(SseEvent.of("store", body()));
    }

    private boolean due() {
        return !text.equals(reportedText) || clock.since(reportedAt).compareTo(REPEATED_EVERY) >= 0;
    }

    /** The store is away since the first of the reads that failed has begun. */
    private void away(String why) {
        if (!away) {
            awaySince = begunAt;
        }
        away = true;
        text = why;
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("away", away);
        return away
                ? body.put("since", clock.instant().minus(clock.since(awaySince)).toString())
                        .put("text", text)
                : body;
    }
}
