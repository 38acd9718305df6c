package dev.lockstep.app.cli.order;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import java.util.List;

/** Displays orders that change. */
interface OrderWatchRenderer {
    /** These are the orders at first. */
    void begin(List<Order> page);

    /** These have changed since, whether they are meant or not. */
    void changed(List<Change> changes);
}
