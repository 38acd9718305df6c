package dev.lockstep.simulator.faults;

import dev.lockstep.simulator.exchange.market.Disturbance;
import java.util.List;

/**
 * All faults to inject.
 *
 * @param seed determines when a rule with a probability applies
 * @param disturbance the faults inside the exchange
 */
public record FaultPlan(long seed, List<FaultRule> rules, Disturbance disturbance) {
    /** No faults. */
    public static final FaultPlan NONE = new FaultPlan(1, List.of(), Disturbance.NONE);

    /** Maximum number of rules of a plan. */
    public static final int MAX_RULES = 1_000;

    public FaultPlan {
        rules = List.copyOf(rules);
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException(
                    "rules: " + rules.size() + " (expected: at most 1,000)");
        }
    }
}
