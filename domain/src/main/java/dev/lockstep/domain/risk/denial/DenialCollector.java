package dev.lockstep.domain.risk.denial;

import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.ShownValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the rules of one kind object to. */
public final class DenialCollector {
    private final @Nullable StrategyId strategy;
    private final List<Denial> denials = new ArrayList<>();

    /** Collects denials by rules of the account or the venue. */
    public DenialCollector() {
        this(null);
    }

    /** Collects denials by rules of a strategy; without one, of the account or the venue. */
    public DenialCollector(@Nullable StrategyId strategy) {
        this.strategy = strategy;
    }

    /**
     * Adds a denial if the rule does not hold.
     *
     * @param value the value that breaks the rule; a constant is named in small letters, as a
     *     request writes it
     */
    public void require(
            boolean holds, DenialReason reason, String field, Object value, String expected) {
        if (!holds) {
            denials.add(new Denial(reason, field, ShownValue.of(value), expected, strategy));
        }
    }

    /** Returns the denials collected so far. */
    public List<Denial> list() {
        return List.copyOf(denials);
    }
}
