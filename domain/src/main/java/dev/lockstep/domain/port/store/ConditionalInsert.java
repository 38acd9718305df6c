package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order that is meant to be sent, with the gate that it has to pass.
 *
 * @param intent an order of version 1
 * @param replaced the order whose place it takes, which the book is shown without; null for none
 * @param gate says whether the order may go out, of the book as it is at that moment; it is pure
 *     and quick, runs inside the write and may run more than once
 * @param evidence what the order's first event says where it may go out
 */
public record ConditionalInsert(
        Order intent,
        @Nullable OrderId replaced,
        Function<Exposure, Verdict> gate,
        Evidence evidence) {
    public ConditionalInsert {
        if (intent.version() != 1) {
            throw new InvalidValueException("version", intent.version(), "1 for a new order");
        }
    }
}
