package dev.lockstep.domain.risk.limit;

import java.util.Comparator;
import java.util.List;

/**
 * All that holds orders back in one database: the limits, and whoever restricts trading.
 *
 * @param limits the limits that are set
 * @param restrictions the restrictions in force, by their sources
 */
public record RiskRules(RiskLimits limits, List<Restriction> restrictions) {
    /** Nothing holds orders back. */
    public static final RiskRules NONE = new RiskRules(RiskLimits.NONE, List.of());

    public RiskRules {
        restrictions =
                restrictions.stream().sorted(Comparator.comparing(Restriction::source)).toList();
    }

    /** What may be sent: the strictest of all restrictions decides. */
    public TradingState state() {
        return restrictions.stream()
                .map(Restriction::state)
                .reduce(TradingState.ACTIVE, TradingState::strictest);
    }

    /** Whether nothing holds orders back. */
    public boolean none() {
        return limits.none() && restrictions.isEmpty();
    }
}
