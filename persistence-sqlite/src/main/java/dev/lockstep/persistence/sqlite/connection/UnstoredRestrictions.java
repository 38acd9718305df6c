package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Trading restrictions that could not be stored; they are in force in this process until they are
 * stored or lifted. Thread-safe.
 */
public final class UnstoredRestrictions {
    private final Map<String, RiskChange> bySource = new ConcurrentHashMap<>();

    UnstoredRestrictions() {}

    /**
     * Keeps a change that could not be stored if it is a restriction.
     *
     * @return true if the change is a restriction and is now in force in this process
     */
    public boolean keep(RiskChange change) {
        if (!(change.step() instanceof Step.Restrict restrict)) {
            return false;
        }
        bySource.put(restrict.source(), change);
        return true;
    }

    /** Removes the kept restriction of the same source, because a newer change is stored. */
    public void stored(RiskChange change) {
        source(change).ifPresent(bySource::remove);
    }

    /** Returns the restrictions to be stored. */
    public List<RiskChange> pending() {
        return List.copyOf(bySource.values());
    }

    /** Returns the rules including these restrictions. */
    public RiskRules appliedTo(RiskRules stored) {
        RiskRules rules = stored;
        for (RiskChange change : bySource.values()) {
            rules = change.appliedTo(rules);
        }
        return rules;
    }

    private static Optional<String> source(RiskChange change) {
        return switch (change.step()) {
            case Step.Restrict restrict -> Optional.of(restrict.source());
            case Step.Lift lift -> Optional.of(lift.source());
            case Step.SetLimit _, Step.ClearLimit _ -> Optional.empty();
        };
    }
}
