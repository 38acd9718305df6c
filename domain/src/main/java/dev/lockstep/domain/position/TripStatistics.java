package dev.lockstep.domain.position;

import dev.lockstep.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a number of round trips, without fees.
 *
 * @param trips their number
 * @param wins the number of those with a profit
 * @param losses the number of those with a loss
 * @param gained the profits of all wins, dollars
 * @param lost the losses of all losses, dollars, zero or negative
 * @param best the highest profit, null without round trips
 * @param worst the lowest profit, null without round trips
 */
public record TripStatistics(
        int trips,
        int wins,
        int losses,
        Money gained,
        Money lost,
        @Nullable Money best,
        @Nullable Money worst) {
    private static final int RATIO_DECIMALS = 4;

    /** Returns the figures of these round trips. */
    public static TripStatistics of(List<RoundTrip> trips) {
        List<Money> profits = trips.stream().map(RoundTrip::profit).sorted().toList();
        List<Money> won = profits.stream().filter(profit -> sign(profit) > 0).toList();
        List<Money> lost = profits.stream().filter(profit -> sign(profit) < 0).toList();
        return new TripStatistics(
                trips.size(),
                won.size(),
                lost.size(),
                sum(won),
                sum(lost),
                profits.stream().max(Comparator.naturalOrder()).orElse(null),
                profits.stream().min(Comparator.naturalOrder()).orElse(null));
    }

    /** Returns the share of round trips with a profit, 0 to 1; null without round trips. */
    public @Nullable BigDecimal winRate() {
        return trips == 0 ? null : ratio(BigDecimal.valueOf(wins), BigDecimal.valueOf(trips));
    }

    /** Returns the profits of the wins for each dollar of loss; null without a loss. */
    public @Nullable BigDecimal profitFactor() {
        return losses == 0 ? null : ratio(gained.value(), lost.value().negate());
    }

    /** Returns the mean profit in dollars; null without round trips. */
    public @Nullable Money expectancy() {
        return trips == 0
                ? null
                : new Money(ratio(gained.plus(lost).value(), BigDecimal.valueOf(trips)));
    }

    private static int sign(Money money) {
        return money.value().signum();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static BigDecimal ratio(BigDecimal one, BigDecimal other) {
        return one.divide(other, RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
