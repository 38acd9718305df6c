package dev.lockstep.persistence.sql.connection;

import dev.lockstep.domain.order.id.StrategyId;
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

    /** Creates an empty set. */
    public UnstoredRestrictions() {}

    /**
     * Keeps a change that could not be stored if it is a restriction.
     *
     * @return true if the change is a restriction and is now in force in this process
     */
    public boolean keep(RiskChange change) {
        if (!restricts(change.step())) {
            return false;
        }
        source(change.step()).ifPresent(source -> bySource.put(source, change));
        return true;
    }

    /** Removes the kept restriction of the same source, because a newer change is stored. */
    public void stored(RiskChange change) {
        source(change.step()).ifPresent(bySource::remove);
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

    private static boolean restricts(Step step) {
        return switch (step) {
            case Step.Restrict _ -> true;
            case Step.OfStrategy(StrategyId _, Step inner) -> restricts(inner);
            case Step.Lift _, Step.SetLimit _, Step.ClearLimit _ -> false;
        };
    }

    /** Returns a unique name of the restriction; that of a strategy has a slash. */
    private static Optional<String> source(Step step) {
        return switch (step) {
            case Step.Restrict restrict -> Optional.of(restrict.source());
            case Step.Lift lift -> Optional.of(lift.source());
            case Step.OfStrategy(StrategyId strategy, Step inner) ->
                    source(inner).map(source -> strategy + "/" + source);
            case Step.SetLimit _, Step.ClearLimit _ -> Optional.empty();
        };
    }
}
