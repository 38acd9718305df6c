package dev.lockstep.simulator.exchange.market;

import java.math.BigDecimal;
import java.util.Set;

/**
 * Faults inside the exchange.
 *
 * @param halted symbols whose trading is halted
 * @param stuckCancels symbols whose cancels stay pending
 * @param rejectedReplaces symbols whose replacements are accepted and then rejected
 * @param partialFillProbability probability, 0 to 1, that an order first fills in part, in addition
 *     to the probability in the exchange's configuration
 */
public record Disturbance(
        Set<String> halted,
        Set<String> stuckCancels,
        Set<String> rejectedReplaces,
        BigDecimal partialFillProbability) {
    /** No faults. */
    public static final Disturbance NONE =
            new Disturbance(Set.of(), Set.of(), Set.of(), BigDecimal.ZERO);

    public Disturbance {
        halted = Set.copyOf(halted);
        stuckCancels = Set.copyOf(stuckCancels);
        rejectedReplaces = Set.copyOf(rejectedReplaces);
        if (partialFillProbability.signum() < 0
                || partialFillProbability.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "partialFillProbability: " + partialFillProbability + " (expected: 0 to 1)");
        }
    }

    public int partialFillMillionths() {
        return partialFillProbability.movePointRight(6).intValue();
    }
}
