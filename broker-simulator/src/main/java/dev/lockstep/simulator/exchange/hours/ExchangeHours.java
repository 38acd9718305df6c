package dev.lockstep.simulator.exchange.hours;

import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.time.Instant;

/** Trading hours of the exchange. */
public interface ExchangeHours {
    /** State of the market clock. */
    record Clock(Instant timestamp, boolean open, Instant nextOpen, Instant nextClose) {}

    /**
     * Market phase at a time.
     *
     * @param marketDay whether stocks trade on this day at all
     * @param phaseUntil the end of the phase
     */
    record Day(boolean marketDay, MarketPhase phase, Instant phaseUntil) {}

    /** Returns whether an asset class trades at a time. */
    boolean open(AssetClass assetClass, boolean extendedHours, Instant now);

    /** Returns the expiry of a day order entered now. */
    Instant dayEnd(boolean extendedHours, Instant now);

    /** Returns whether orders for an auction are accepted now. */
    boolean takes(TimeInForce auction, Instant now);

    /** Returns the time of the auction for an order entered now. */
    Instant auction(TimeInForce timeInForce, Instant now);

    /** Returns the market clock at a time. */
    Clock clock(Instant now);

    /** Returns the market phase at a time. */
    Day day(Instant now);
}
