package dev.lockstep.domain.risk.limit;

import java.util.Comparator;
import java.util.List;

/**
 * The limits and restrictions of one database.
 *
 * @param limits the limits that are set
 * @param restrictions the restrictions in force, by their sources
 */
public record RiskRules(RiskLimits limits, List<Restriction> restrictions) {
    /** No limits and no restrictions. */
    public static final RiskRules NONE = new RiskRules(RiskLimits.NONE, List.of());

    public RiskRules {
        restrictions =
                restrictions.stream().sorted(Comparator.comparing(Restriction::source)).toList();
    }

    /** Returns the trading state: the strictest of all restrictions. */
    public TradingState state() {
        return restrictions.stream()
                .map(Restriction::state)
                .reduce(TradingState.ACTIVE, TradingState::strictest);
    }

    /** Returns whether nothing holds orders back. */
    public boolean none() {
        return limits.none() && restrictions.isEmpty();
    }
}
