package dev.lockstep.domain.order;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution: a part of an order that traded, as the broker tells it.
 *
 * <p>Fills of one order in the same millisecond come in no order that means anything; {@code
 * cumQty} tells which was first.
 *
 * @param executionId the broker's name of it
 * @param brokerOrderId the order that traded
 * @param symbol what was traded
 * @param side bought or sold
 * @param lastQty how much traded in this execution, above zero
 * @param lastPx at what price
 * @param cumQty how much of the order had traded with it, at least {@code lastQty}
 * @param leavesQty how much of the order was still to trade, null where that is not told
 * @param transactTime when it traded
 */
public record Fill(
        ExecutionId executionId,
        BrokerOrderId brokerOrderId,
        Symbol symbol,
        Side side,
        Quantity lastQty,
        Price lastPx,
        Quantity cumQty,
        @Nullable Quantity leavesQty,
        Instant transactTime) {
    public Fill {
        if (lastQty.zero()) {
            throw new InvalidValueException("lastQty", lastQty, "> 0");
        }
        if (cumQty.compareTo(lastQty) < 0) {
            throw new InvalidValueException("cumQty", cumQty, ">= lastQty " + lastQty);
        }
    }
}
