package dev.lockstep.simulator.exchange.ledger;

import java.math.BigDecimal;
import java.time.Instant;

/** Value of an account at current prices. */
public record AccountValue(
        String account,
        Instant openedAt,
        BigDecimal cash,
        BigDecimal equity,
        BigDecimal lastEquity,
        BigDecimal longMarketValue,
        BigDecimal shortMarketValue,
        BigDecimal initialMargin,
        BigDecimal maintenanceMargin,
        int multiplier,
        BigDecimal buyingPower,
        BigDecimal regtBuyingPower,
        BigDecimal nonMarginableBuyingPower,
        boolean shortingEnabled) {}
