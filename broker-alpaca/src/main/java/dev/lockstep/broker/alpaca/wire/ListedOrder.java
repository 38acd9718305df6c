package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.UnreadableItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of a list of orders. */
public sealed interface ListedOrder {
    /** What tells it from other entries. */
    String key();

    /** Where the next page continues after it, null where it does not say. */
    @Nullable Place place();

    /**
     * An order that was read.
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
     * An order that cannot be read, such as one of several legs or of options.
     *
     * @param item what is known of it
     * @param place where the next page continues after it, null where it does not say
     */
    record Unreadable(UnreadableItem item, @Nullable Place place) implements ListedOrder {
        @Override
        public String key() {
            return item.brokerId().isBlank() ? item.raw() : item.brokerId();
        }
    }

    /**
     * Where an order is in the list.
     *
     * @param id the broker's id of it
     * @param submittedAt when the broker got it
     */
    record Place(String id, Instant submittedAt) {}
}
