package dev.lockstep.domain.risk.limit;

import dev.lockstep.domain.order.id.StrategyId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The limits and restrictions of one database; immutable.
 *
 * @param limits the limits of the account
 * @param restrictions the restrictions of the account in force, by their sources
 * @param strategies the rules of single strategies, without empty ones; these have no strategies of
 *     their own
 */
public record RiskRules(
        RiskLimits limits,
        List<Restriction> restrictions,
        SortedMap<StrategyId, RiskRules> strategies) {
    /** No limits and no restrictions. */
    public static final RiskRules NONE = new RiskRules(RiskLimits.NONE, List.of());

    public RiskRules {
        restrictions =
                restrictions.stream().sorted(Comparator.comparing(Restriction::source)).toList();
        strategies = new TreeMap<>(strategies);
        strategies.values().removeIf(RiskRules::none);
        strategies = Collections.unmodifiableSortedMap(strategies);
    }

    /** Creates rules without any for single strategies. */
    public RiskRules(RiskLimits limits, List<Restriction> restrictions) {
        this(limits, restrictions, Collections.emptySortedMap());
    }

    /** Returns the trading state: the strictest of all restrictions. */
    public TradingState state() {
        return restrictions.stream()
                .map(Restriction::state)
                .reduce(TradingState.ACTIVE, TradingState::strictest);
    }

    /** Returns the rules of one strategy; {@link #NONE} if it has none, or without a strategy. */
    public RiskRules of(@Nullable StrategyId strategy) {
        return strategy == null ? NONE : strategies.getOrDefault(strategy, NONE);
    }

    /** Returns the rules that apply to an order of a strategy, or of none. */
    public RiskRules applyingTo(@Nullable StrategyId strategy) {
        RiskRules own = of(strategy);
        return new RiskRules(
                limits,
                restrictions,
                strategy == null || own.none()
                        ? Collections.emptySortedMap()
                        : new TreeMap<>(Map.of(strategy, own)));
    }

    /** Returns the restrictions alone. */
    public RiskRules withoutLimits() {
        SortedMap<StrategyId, RiskRules> restricted = new TreeMap<>();
        strategies.forEach((strategy, own) -> restricted.put(strategy, own.withoutLimits()));
        return new RiskRules(RiskLimits.NONE, restrictions, restricted);
    }

    /** Returns whether a restriction applies to an order of a strategy, or of none. */
    public boolean restricts(@Nullable StrategyId strategy) {
        return !restrictions.isEmpty() || !of(strategy).restrictions().isEmpty();
    }

    /** Returns the same with these rules of a strategy in place of its old ones. */
    RiskRules with(StrategyId strategy, RiskRules own) {
        SortedMap<StrategyId, RiskRules> all = new TreeMap<>(strategies);
        all.put(strategy, own);
        return new RiskRules(limits, restrictions, all);
    }

    /** Returns whether nothing holds orders back. */
    public boolean none() {
        return limits.none() && restrictions.isEmpty() && strategies.isEmpty();
    }
}
