package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.risk.RiskChange;
import dev.lockstep.domain.risk.RiskChange.Step;
import dev.lockstep.domain.risk.RiskRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The restrictions of trading that could not be stored: they hold this process back all the same,
 * until they are stored or lifted. Safe for use by several threads.
 */
public final class UnstoredRestrictions {
    private final Map<String, RiskChange> bySource = new ConcurrentHashMap<>();

    UnstoredRestrictions() {}

    /** A change could not be stored; whether it holds this process back, as a restriction does. */
    public boolean keep(RiskChange change) {
        if (!(change.step() instanceof Step.Restrict restrict)) {
            return false;
        }
        bySource.put(restrict.source(), change);
        return true;
    }

    /** A change is stored: what its source had asked for before is over. */
    public void stored(RiskChange change) {
        source(change).ifPresent(bySource::remove);
    }

    /** Those that are to be stored. */
    public List<RiskChange> pending() {
        return List.copyOf(bySource.values());
    }

    /** The rules with them. */
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
