package dev.lockstep.simulator.exchange.history;

import java.math.BigDecimal;
import java.time.Instant;

/** A trade of the market's, not of an account's. */
public record MarketTrade(Instant at, long id, BigDecimal price, BigDecimal size) {}
