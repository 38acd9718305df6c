package dev.lockstep.simulator.exchange;

import java.time.Instant;

/** When the venue trades. */
public interface TradingHours {
    /** What the clock of the venue shows. */
    record Clock(Instant timestamp, boolean open, Instant nextOpen, Instant nextClose) {}

    /**
     * Where in the market's day a moment lies.
     *
     * @param marketDay whether stocks trade on this day at all
     * @param phaseUntil when the phase ends
     */
    record Day(boolean marketDay, MarketPhase phase, Instant phaseUntil) {}

    /** Whether an asset trades at this moment. */
    boolean open(AssetClass assetClass, boolean extendedHours, Instant now);

    /** When an order for the day, entered now, is over. */
    Instant dayEnd(boolean extendedHours, Instant now);

    /** Whether orders for an auction are taken now. */
    boolean takes(TimeInForce auction, Instant now);

    /** When the auction is held that an order entered now waits for. */
    Instant auction(TimeInForce timeInForce, Instant now);

    /** The clock at this moment. */
    Clock clock(Instant now);

    /** Where in the market's day this moment lies. */
    Day day(Instant now);
}
