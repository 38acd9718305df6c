package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.risk.Observation;
import java.time.Duration;
import java.time.Instant;
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
    private final InstantSource clock;
    private final Function<K, Observation<T>> question;
    private final Map<K, CompletableFuture<Observation<T>>> running = new HashMap<>();
    private final Map<K, Observation.Seen<T>> remembered = new LinkedHashMap<>();

    /**
     * Creates an empty cache.
     *
     * @param question fetches a value; called by the first thread that needs it
     */
    SharedAnswers(Duration maxAge, InstantSource clock, Function<K, Observation<T>> question) {
        this.maxAge = maxAge;
        this.clock = clock;
        this.question = question;
    }

    /**
     * Returns a cached answer; makes no request. An answer from the future was fetched before the
     * clock was set back, and may be outdated.
     */
    synchronized Observation<T> known(K about) {
        Observation.Seen<T> seen = remembered.get(about);
        Instant now = clock.instant();
        return seen != null && !now.isBefore(seen.at()) && now.isBefore(seen.at().plus(maxAge))
                ? seen
                : new Observation.NotAsked<>();
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
        try {
            answer = question.apply(about);
            return answer;
        } finally {
            end(about, answer);
            mine.complete(answer);
        }
    }

    private synchronized void end(K about, Observation<T> answer) {
        running.remove(about);
        if (answer instanceof Observation.Seen<T> seen) {
            remembered.remove(about);
            remembered.put(about, seen);
            if (remembered.size() > MAX_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }
}
