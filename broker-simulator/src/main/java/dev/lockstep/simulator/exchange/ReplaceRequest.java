package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a client wants changed about an order; null leaves it as it is. */
public record ReplaceRequest(
        @Nullable BigDecimal qty,
        @Nullable TimeInForce timeInForce,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trail,
        @Nullable String clientOrderId) {}
