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
 * Asks each question once however many want to know, and remembers the answers for a moment; a
 * question that failed is asked again. Safe for use by several threads.
 *
 * @param <K> what is asked about
 * @param <T> what is answered
 */
final class SharedAnswers<K, T> {
    private static final int MAX_REMEMBERED = 1_000;

    private final Duration maxAge;
    private final InstantSource clock;
    private final Function<K, Observation<T>> question;
    private final Map<K, CompletableFuture<Observation<T>>> running = new HashMap<>();
    private final Map<K, Observation.Seen<T>> remembered = new LinkedHashMap<>();

    /**
     * No answers yet.
     *
     * @param question asks; called by the thread that wants to know first
     */
    SharedAnswers(Duration maxAge, InstantSource clock, Function<K, Observation<T>> question) {
        this.maxAge = maxAge;
        this.clock = clock;
        this.question = question;
    }

    /**
     * The answer if it is remembered; nobody is asked. One from the future was had before the clock
     * was set back, and may be old.
     */
    synchronized Observation<T> known(K about) {
        Observation.Seen<T> seen = remembered.get(about);
        Instant now = clock.instant();
        return seen != null && !now.isBefore(seen.at()) && now.isBefore(seen.at().plus(maxAge))
                ? seen
                : new Observation.NotAsked<>();
    }

    /** The answer, remembered or new. */
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
