package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What goes wrong inside the exchange.
 *
 * @param halted symbols that do not trade
 * @param stuckCancels symbols whose cancels stay pending
 * @param rejectedReplaces symbols whose replacements are granted and then rejected
 * @param partialFillProbability how often, 0 to 1, an order trades in part first, beside what the
 *     exchange was started with
 */
public record Disturbance(
        Set<String> halted,
        Set<String> stuckCancels,
        Set<String> rejectedReplaces,
        BigDecimal partialFillProbability) {
    /** Nothing goes wrong. */
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

    int partialFillMillionths() {
        return partialFillProbability.movePointRight(6).intValue();
    }
}
