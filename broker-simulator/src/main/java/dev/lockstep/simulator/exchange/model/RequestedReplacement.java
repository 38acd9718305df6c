package dev.lockstep.simulator.exchange.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Requested changes of an order; a null field stays unchanged. */
public record RequestedReplacement(
        @Nullable BigDecimal qty,
        @Nullable TimeInForce timeInForce,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trail,
        @Nullable String clientOrderId) {}
