package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.List;

/** Distinguishes our orders from external ones among the broker's unreadable orders. */
public final class UnreadableOrders {
    private final OrderRepository repository;

    public UnreadableOrders(OrderRepository repository) {
        this.repository = repository;
    }

    /** Returns the items whose ids are unknown. */
    public List<UnreadableItem> external(List<UnreadableItem> items) {
        return items.stream().filter(item -> !known(item)).toList();
    }

    private boolean known(UnreadableItem item) {
        return (!item.clientOrderId().isBlank()
                        && repository
                                .byClientOrderId(new ClientOrderId(item.clientOrderId()))
                                .isPresent())
                || (!item.brokerId().isBlank()
                        && repository
                                .byBrokerOrderId(new BrokerOrderId(item.brokerId()))
                                .isPresent());
    }

    /**
     * Returns whether its ids prove that it is external: it has a client order id that we did not
     * make.
     */
    public boolean provenExternal(UnreadableItem item, InstanceTag tag) {
        return !item.clientOrderId().isBlank()
                && !tag.made(new ClientOrderId(item.clientOrderId()))
                && !known(item);
    }
}
