package dev.lockstep.domain.usecase;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.BrokerFault;
import java.util.List;

/** What a caller of {@link ClosePosition} learns. */
public sealed interface CloseResult {
    /**
     * The broker has no such position; nothing was done.
     *
     * @param symbol the instrument
     */
    record Gone(Symbol symbol) implements CloseResult {}

    /**
     * The broker could not be asked; nothing was done.
     *
     * @param fault why
     */
    record Failed(BrokerFault fault) implements CloseResult {}

    /**
     * A part of the position is to be closed, and orders hold the shares that it needs: to cancel
     * them would leave the rest unprotected. Nothing was done.
     *
     * @param holding our orders that hold shares
     */
    record Held(List<Order> holding) implements CloseResult {
        public Held {
            holding = List.copyOf(holding);
        }
    }

    /**
     * The position is being closed by this order, from this call or an earlier one: WAITING while
     * other orders still hold the shares, and else as the broker has it.
     *
     * @param order the one order that closes it
     */
    record Closing(Order order) implements CloseResult {}
}
