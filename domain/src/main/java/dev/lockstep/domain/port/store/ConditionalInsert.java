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
 * An order to be sent, with its gate.
 *
 * @param intent an order of version 1
 * @param replaced the order that it replaces, which the exposure excludes; null if none
 * @param gate decides by the exposure at that moment whether the order may be sent; it is pure and
 *     quick, runs inside the write and may run more than once
 * @param evidence the evidence of the first event if it may be sent
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
