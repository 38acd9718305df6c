package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.risk.Observation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Fetches each value once for all callers, and caches it for a moment; a failure is not cached.
 * Thread-safe.
 *
 * @param <K> the type of the key
 * @param <T> the type of the value
 */
final class SharedAnswers<K, T> {
    private static final int MAX_REMEMBERED = 1_000;

    private final Duration maxAge;
    private final PlatformClock clock;
    private final Function<K, Observation<T>> question;
    private final Map<K, CompletableFuture<Observation<T>>> running = new HashMap<>();
    private final Map<K, Answer<T>> remembered = new LinkedHashMap<>();

    /**
     * Creates an empty cache.
     *
     * @param question fetches a value; called by the first thread that needs it
     */
    SharedAnswers(Duration maxAge, InstantSource clock, Function<K, Observation<T>> question) {
        this.maxAge = maxAge;
        this.clock = PlatformClock.of(clock);
        this.question = question;
    }

    /** Returns a cached answer that is fresh enough; makes no request. */
    synchronized Observation<T> known(K about) {
        Answer<T> answer = remembered.get(about);
        return answer != null && fresh(answer) ? answer.seen() : new Observation.NotAsked<>();
    }

    /**
     * Returns whether both clocks say so: a wall clock that was set back reaches the time of an old
     * answer again, and the monotonic clock may stand still while the machine is suspended.
     */
    private boolean fresh(Answer<T> answer) {
        Duration wall = Duration.between(answer.seen().at(), clock.instant());
        return !wall.isNegative()
                && wall.compareTo(maxAge) < 0
                && clock.since(answer.nanos()).compareTo(maxAge) < 0;
    }

    /** Returns the answer, remembered or new. */
    Observation<T> asked(K about) {
        CompletableFuture<Observation<T>> mine = new CompletableFuture<>();
        CompletableFuture<Observation<T>> others;
        synchronized (this) {
            if (known(about) instanceof Observation.Seen<T> seen) {
                return seen;
            }
            others = running.putIfAbsent(about, mine);
        }
        return others == null ? answered(about, mine) : others.join();
    }

    private Observation<T> answered(K about, CompletableFuture<Observation<T>> mine) {
        Observation<T> answer = new Observation.Missing<>("the question broke off");
        long nanos = clock.nanoTime();
        try {
            answer = question.apply(about);
            return answer;
        } finally {
            end(about, answer, nanos);
            mine.complete(answer);
        }
    }

    private synchronized void end(K about, Observation<T> answer, long nanos) {
        running.remove(about);
        if (answer instanceof Observation.Seen<T> seen) {
            remembered.remove(about);
            remembered.put(about, new Answer<>(seen, nanos));
            if (remembered.size() > MAX_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }

    /**
     * An answer, and the monotonic time of its question.
     *
     * @param <T> the type of the value
     */
    private record Answer<T>(Observation.Seen<T> seen, long nanos) {}
}
