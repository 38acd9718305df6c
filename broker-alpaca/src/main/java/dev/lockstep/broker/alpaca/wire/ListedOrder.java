package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of an order list. */
public sealed interface ListedOrder {
    /** The unique key of the entry. */
    String key();

    /** The page position after this entry, null if the entry does not contain it. */
    @Nullable Place place();

    /**
     * A parsed order.
     *
     * @param order the order
     */
    record Read(BrokerOrder order) implements ListedOrder {
        @Override
        public String key() {
            return order.brokerOrderId().value();
        }

        @Override
        public Place place() {
            return new Place(key(), order.submittedAt());
        }
    }

    /**
     * An unreadable order, such as a multi-leg or options order.
     *
     * @param item its known fields
     * @param place the page position after this entry, null if the entry does not contain it
     */
    record Unreadable(UnreadableItem item, @Nullable Place place) implements ListedOrder {
        @Override
        public String key() {
            return item.brokerId().isBlank() ? item.raw() : item.brokerId();
        }
    }

    /**
     * An order's position in the list.
     *
     * @param id the broker's order id
     * @param submittedAt the submission time
     */
    record Place(String id, Instant submittedAt) {}
}
