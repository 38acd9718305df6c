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
 * One execution of an order, as the broker reports it.
 *
 * <p>Fills of one order in the same millisecond have no defined order; {@code cumQty} decides which
 * came first.
 *
 * @param executionId the broker's id of the execution
 * @param brokerOrderId the order
 * @param symbol the instrument
 * @param side buy or sell
 * @param lastQty the quantity of this execution, above zero
 * @param lastPx its price
 * @param cumQty the filled quantity of the order after it, at least {@code lastQty}
 * @param leavesQty the open quantity of the order after it, null if not reported
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
            throw new InvalidValueException("qty", lastQty, "> 0");
        }
        if (cumQty.compareTo(lastQty) < 0) {
            throw new InvalidValueException("filledQty", cumQty, ">= qty " + lastQty);
        }
    }
}
