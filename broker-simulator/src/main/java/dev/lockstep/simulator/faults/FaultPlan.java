package dev.lockstep.simulator.faults;

import dev.lockstep.simulator.exchange.Disturbance;
import java.util.List;

/**
 * What shall go wrong, all of it.
 *
 * @param seed decides when a rule with a probability strikes
 * @param disturbance what goes wrong inside the exchange
 */
public record FaultPlan(long seed, List<FaultRule> rules, Disturbance disturbance) {
    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(1, List.of(), Disturbance.NONE);

    /** The most rules a plan may have. */
    public static final int MAX_RULES = 1_000;

    public FaultPlan {
        rules = List.copyOf(rules);
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException(
                    "rules: " + rules.size() + " (expected: at most 1,000)");
        }
    }
}
