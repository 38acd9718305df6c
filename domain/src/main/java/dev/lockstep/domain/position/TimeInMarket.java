package dev.lockstep.domain.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time during which any position was open; immutable.
 *
 * @param first the first execution, null without executions
 * @param ended the length of the periods that have ended
 * @param openSince the begin of the current period, null if no position is open
 */
public record TimeInMarket(@Nullable Instant first, Duration ended, @Nullable Instant openSince) {
    /** No executions. */
    public static final TimeInMarket NONE = new TimeInMarket(null, Duration.ZERO, null);

    private static final int SHARE_DECIMALS = 4;

    /**
     * Returns the time with one more execution.
     *
     * @param flat whether no position is open after it
     */
    TimeInMarket and(Instant at, boolean flat) {
        Instant begin = first == null ? at : first;
        if (!flat) {
            return new TimeInMarket(begin, ended, openSince == null ? at : openSince);
        }
        return openSince == null
                ? new TimeInMarket(begin, ended, null)
                : new TimeInMarket(begin, ended.plus(Duration.between(openSince, at)), null);
    }

    /** Returns the share of the time from the first execution to now, 0 to 1; null without one. */
    public @Nullable BigDecimal share(Instant now) {
        if (first == null || !now.isAfter(first)) {
            return null;
        }
        Duration open = openSince == null ? ended : ended.plus(Duration.between(openSince, now));
        return BigDecimal.valueOf(open.toMillis())
                .divide(
                        BigDecimal.valueOf(Math.max(1, Duration.between(first, now).toMillis())),
                        SHARE_DECIMALS,
                        RoundingMode.HALF_EVEN)
                .min(BigDecimal.ONE);
    }
}
