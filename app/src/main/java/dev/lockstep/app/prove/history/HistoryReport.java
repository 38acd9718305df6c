package dev.lockstep.app.prove.history;

import dev.lockstep.history.Breach;
import dev.lockstep.history.ClientReply;
import dev.lockstep.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a check of what clients saw.
 *
 * @param at when it started
 * @param took the duration
 * @param commit the commit of the program, empty if unknown
 * @param disturbances how often each disturbance happened
 * @param history what the clients saw
 * @param breaches where it breaks a rule
 */
public record HistoryReport(
        Instant at,
        Duration took,
        String commit,
        Map<String, Integer> disturbances,
        History history,
        List<Breach> breaches) {
    public HistoryReport {
        disturbances = Collections.unmodifiableMap(new LinkedHashMap<>(disturbances));
        breaches = List.copyOf(breaches);
    }

    /** Returns the number of requests. */
    public int requests() {
        return history.invocations().size();
    }

    /** Returns the number of requests that got no reply. */
    public long missing() {
        return count(ClientReply.Missing.class);
    }

    /** Returns the number of requests that were refused. */
    public long refused() {
        return count(ClientReply.Refused.class);
    }

    private long count(Class<? extends ClientReply> kind) {
        return history.invocations().stream().filter(each -> kind.isInstance(each.reply())).count();
    }
}
