package dev.lockstep.domain.risk.denial;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules of one kind object to. */
public final class DenialCollector {
    private final List<Denial> denials = new ArrayList<>();

    /** Adds a denial if the rule does not hold. */
    public void require(
            boolean holds, DenialReason reason, String field, Object value, String expected) {
        if (!holds) {
            denials.add(new Denial(reason, field, value.toString(), expected));
        }
    }

    /** Returns the denials collected so far. */
    public List<Denial> list() {
        return List.copyOf(denials);
    }
}
