package dev.lockstep.simulator.exchange.hours;

import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.time.Duration;
import java.time.Instant;

/**
 * Trading hours of a market that never closes. A day is the next 24 hours, so that no order expires
 * because a test or a demo runs past the closing bell.
 */
public final class AlwaysOpen implements ExchangeHours {
    private static final Duration DAY = Duration.ofHours(24);

    @Override
    public boolean open(AssetClass assetClass, boolean extendedHours, Instant now) {
        return true;
    }

    @Override
    public Instant dayEnd(boolean extendedHours, Instant now) {
        return now.plus(DAY);
    }

    @Override
    public boolean takes(TimeInForce auction, Instant now) {
        return true;
    }

    /** Returns now: a market that never closes holds its auctions at once. */
    @Override
    public Instant auction(TimeInForce timeInForce, Instant now) {
        return now;
    }

    @Override
    public Clock clock(Instant now) {
        return new Clock(now, true, now.plus(DAY), now.plus(DAY));
    }

    @Override
    public Day day(Instant now) {
        return new Day(true, MarketPhase.CORE, now.plus(DAY));
    }
}
