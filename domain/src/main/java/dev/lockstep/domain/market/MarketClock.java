package dev.lockstep.domain.market;

import java.time.Instant;

/**
 * Whether the market is open, by the broker's clock.
 *
 * @param now the broker's time
 * @param open whether the regular session is on
 * @param nextOpen when it opens next
 * @param nextClose when it closes next
 */
public record MarketClock(Instant now, boolean open, Instant nextOpen, Instant nextClose) {}
