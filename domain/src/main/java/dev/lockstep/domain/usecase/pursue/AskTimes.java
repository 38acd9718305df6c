package dev.lockstep.domain.usecase.pursue;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The times at which each of several things may be asked about again: the gaps double up to the
 * longest one. For one thread at a time.
 *
 * @param <K> what names a thing
 */
public final class AskTimes<K> {
    private final long firstGap;
    private final long longestGap;
    private final Map<K, Ask> asks = new HashMap<>();

    /**
     * Builds it for nothing yet.
     *
     * @param first the gap between the first time a thing is seen and the first question
     */
    public AskTimes(Duration first, Duration longest) {
        this.firstGap = first.toNanos();
        this.longestGap = longest.toNanos();
    }

    /** Forgets everything else. */
    public void retain(Collection<K> keys) {
        asks.keySet().retainAll(keys);
    }

    /** Returns whether it may be asked about; the first call starts its first gap. */
    public boolean due(K key, long nanos) {
        Ask ask = asks.computeIfAbsent(key, _ -> new Ask(nanos, firstGap));
        return nanos - ask.last() >= ask.gap();
    }

    /** It was asked about: the next gap is twice as long. */
    public void asked(K key, long nanos) {
        asked(key, nanos, longestGap);
    }

    /** It was asked about, in vain: the next gap is twice as long, but at most the given one. */
    public void unanswered(K key, long nanos, Duration longest) {
        asked(key, nanos, Math.min(longestGap, longest.toNanos()));
    }

    private void asked(K key, long nanos, long longest) {
        asks.computeIfPresent(key, (_, ask) -> new Ask(nanos, Math.min(longest, 2 * ask.gap())));
    }

    /** It needs no further question for now. */
    public void rest(K key, long nanos) {
        asks.put(key, new Ask(nanos, longestGap));
    }

    private record Ask(long last, long gap) {}
}
