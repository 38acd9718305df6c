package dev.lockstep.domain.risk;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules of one kind object to. */
final class Denials {
    private final List<Denial> denials = new ArrayList<>();

    /** Adds a denial if the rule does not hold. */
    void require(boolean holds, DenialReason reason, String field, Object value, String expected) {
        if (!holds) {
            denials.add(new Denial(reason, field, value.toString(), expected));
        }
    }

    List<Denial> list() {
        return List.copyOf(denials);
    }
}
