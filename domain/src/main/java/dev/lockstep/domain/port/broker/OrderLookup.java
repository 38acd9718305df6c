package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;

/** The result of looking up an order. */
public sealed interface OrderLookup {
    /**
     * The broker has it.
     *
     * @param order the order there
     * @param evidence the answer
     */
    record Found(BrokerOrder order, Evidence evidence) implements OrderLookup {}

    /**
     * The broker answered that it has no such order; right after a send that is no proof yet.
     *
     * @param evidence the answer
     */
    record Absent(Evidence evidence) implements OrderLookup {}

    /**
     * The broker has it, and the answer cannot be read: the order exists, and nothing else is known
     * of it.
     *
     * @param order what was received
     * @param evidence the answer
     */
    record Unreadable(UnreadableItem order, Evidence evidence) implements OrderLookup {}

    /**
     * The broker could not be asked.
     *
     * @param fault why
     */
    record Failed(BrokerFault fault) implements OrderLookup {}
}
