package dev.lockstep.domain.usecase.monitor;

import java.util.HashSet;
import java.util.Set;

/**
 * Confirms what two consecutive checks find: a single check may fall between a trade and its event.
 */
public final class ConfirmedTwice {
    private Set<String> before = Set.of();

    /** Returns those that the previous check found too. */
    public Set<String> confirmed(Set<String> seen) {
        Set<String> both = new HashSet<>(seen);
        both.retainAll(before);
        before = Set.copyOf(seen);
        return both;
    }
}
