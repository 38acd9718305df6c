package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** One trade of an account, as the activity list shows it. */
public record Execution(
        UUID id,
        Instant at,
        UUID orderId,
        String symbol,
        Side side,
        BigDecimal qty,
        BigDecimal price,
        BigDecimal cumQty,
        BigDecimal leavesQty,
        OrderStatus orderStatus) {}
