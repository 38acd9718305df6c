package dev.lockstep.domain.usecase.reconcile;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.value.ShownValue;

/** One difference between our orders and those at the broker. */
public sealed interface ReconciliationBreak {
    /** Returns the difference in one line. */
    String text();

    /**
     * The broker acknowledged it, and does not have it.
     *
     * @param order ours
     */
    record NotAtBroker(Order order) implements ReconciliationBreak {
        @Override
        public String text() {
            return "order "
                    + order.id()
                    + ": here "
                    + ShownValue.of(order.status())
                    + ", not at the broker";
        }
    }

    /**
     * The broker has it under a name that we made, and we do not.
     *
     * @param there the broker's
     */
    record NotHere(BrokerOrder there) implements ReconciliationBreak {
        @Override
        public String text() {
            return "broker order "
                    + there.brokerOrderId()
                    + ": ours by its client order id "
                    + there.clientOrderId()
                    + ", not in the database";
        }
    }

    /**
     * The broker has it twice.
     *
     * @param order ours
     * @param there the broker's second one
     */
    record Duplicated(Order order, BrokerOrder there) implements ReconciliationBreak {
        @Override
        public String text() {
            return "order "
                    + order.id()
                    + ": at the broker as "
                    + order.brokerOrderId()
                    + " and again as "
                    + there.brokerOrderId();
        }
    }

    /**
     * Unanswered: the broker may have it.
     *
     * @param order our order
     */
    record Unresolved(Order order) implements ReconciliationBreak {
        @Override
        public String text() {
            return "order "
                    + order.id()
                    + ": "
                    + ShownValue.of(order.status())
                    + " since "
                    + ShownValue.seconds(order.updatedAt());
        }
    }

    /**
     * An unreadable order at the broker that may be ours.
     *
     * @param item the order at the broker
     */
    record Unreadable(UnreadableItem item) implements ReconciliationBreak {
        @Override
        public String text() {
            return "The broker's " + item.text() + ", and it may be ours";
        }
    }

    /**
     * Both have it, and not the same.
     *
     * @param order ours
     * @param there the broker's
     */
    record NotTheSame(Order order, BrokerOrder there) implements ReconciliationBreak {
        @Override
        public String text() {
            return "order "
                    + order.id()
                    + ": here "
                    + ShownValue.of(order.status())
                    + " "
                    + order.cumQty()
                    + " traded, at the broker "
                    + there.status().word()
                    + " "
                    + there.cumQty()
                    + " traded";
        }
    }
}
