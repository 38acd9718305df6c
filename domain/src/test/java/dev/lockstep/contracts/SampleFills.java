package dev.lockstep.contracts;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;

/** Makes executions for tests. */
public final class SampleFills {
    private SampleFills() {}

    /** An execution of an order. */
    public static Fill fill(String id, BrokerOrderId order, String lastQty, String cumQty) {
        return new Fill(
                new ExecutionId(id),
                order,
                new Symbol("AAPL"),
                Side.BUY,
                Quantity.of(lastQty),
                Price.of("189.125"),
                Quantity.of(cumQty),
                Quantity.ZERO,
                SampleOrders.START);
    }
}
