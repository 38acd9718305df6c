package dev.lockstep.domain.usecase.monitor;

import java.util.HashSet;
import java.util.Set;

/**
 * Believes what was seen in two looks in a row: one look may fall between a trade and the news of
 * it.
 */
public final class ConfirmedTwice {
    private Set<String> before = Set.of();

    /** Which of these were seen in the last look too. */
    public Set<String> confirmed(Set<String> seen) {
        Set<String> both = new HashSet<>(seen);
        both.retainAll(before);
        before = Set.copyOf(seen);
        return both;
    }
}
