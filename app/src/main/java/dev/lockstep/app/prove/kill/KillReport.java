package dev.lockstep.app.prove.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a run.
 *
 * @param at when it started
 * @param took the duration
 * @param commit the commit of the program, empty if unknown
 * @param seed of the choices
 * @param cycles the number of cycles done
 * @param comparisons how often everything was compared with the exchange
 * @param atExchange the number of orders at the exchange
 * @param outcomes how often each outcome happened, by target, point and outcome
 * @param violations what was wrong
 */
public record KillReport(
        Instant at,
        Duration took,
        String commit,
        long seed,
        int cycles,
        int comparisons,
        int atExchange,
        Map<String, Integer> outcomes,
        List<KillViolation> violations) {
    public KillReport {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        violations = List.copyOf(violations);
    }
}
