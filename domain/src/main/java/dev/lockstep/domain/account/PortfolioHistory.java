package dev.lockstep.domain.account;

import dev.lockstep.domain.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The equity of the account over time.
 *
 * @param baseValue the base of the profit, null if there is no data yet
 * @param points oldest first
 */
public record PortfolioHistory(@Nullable Money baseValue, List<Point> points) {
    public PortfolioHistory {
        points = List.copyOf(points);
    }

    /**
     * The worth at the end of one step.
     *
     * @param from when the step began
     * @param equity dollars, null where the broker has none for it
     * @param profit dollars since the base, below zero for a loss, null where the broker has none
     *     for it
     */
    public record Point(Instant from, @Nullable Money equity, @Nullable Money profit) {}
}
