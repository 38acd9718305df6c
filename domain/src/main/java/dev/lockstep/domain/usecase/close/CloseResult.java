package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.risk.denial.Denial;
import java.time.Instant;
import java.util.List;

/** The result of {@link ClosePosition}. */
public sealed interface CloseResult {
    /**
     * There is no such position, or the strategy has no part of it; nothing was done.
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
     * A part of the position is to be closed, orders hold the shares that it needs, and the venue
     * would not take them again for what is left: the rest would stay unprotected. Nothing was
     * done.
     *
     * @param holding our orders that hold shares
     * @param denials the rules that they would break
     */
    record Held(List<Order> holding, List<Denial> denials) implements CloseResult {
        public Held {
            holding = List.copyOf(holding);
            denials = List.copyOf(denials);
        }
    }

    /**
     * Another close, for another part of the position, has not ended. It goes on; this one was not
     * stored.
     *
     * @param order the one that is under way
     */
    record Busy(Order order) implements CloseResult {}

    /**
     * The broker has refused the last closes one after the other; nothing was done.
     *
     * @param order the last one
     * @param again from when on it may be tried again
     */
    record Refused(Order order, Instant again) implements CloseResult {}

    /**
     * The position is being closed by this order, from this call or an earlier one: WAITING while
     * other orders still hold the shares or another close has not ended, as its text says, and else
     * as the broker has it.
     *
     * @param order the one order that closes it
     */
    record Closing(Order order) implements CloseResult {}
}
