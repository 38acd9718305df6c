package dev.lockstep.domain.library;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The broker of the example in the package documentation. */
// @start region="broker"
final class OwnBroker implements Broker {
    private static final Evidence OWN = Evidence.local("my own broker");

    private final Map<BrokerOrderId, BrokerOrder> book = new ConcurrentHashMap<>();

    @Override
    public SubmitAnswer submit(Order order, SendGuard guard) {
        Optional<SendRefusal> refusal = guard.refusal(); // right before the first byte
        if (refusal.isPresent()) {
            return new SubmitAnswer.NotSent(refusal.get(), OWN);
        }
        BrokerOrderId id = new BrokerOrderId("mine-" + order.id());
        BrokerOrder taken = BrokerOrder.taken(order, id, Instant.now());
        book.put(id, taken);
        return new SubmitAnswer.Acknowledged(taken, OWN);
    }

    @Override
    public CancelAnswer cancel(BrokerOrderId id) {
        book.computeIfPresent(
                id,
                (_, order) ->
                        order.changed(OrderStatus.CANCELED, order.cumQty(), null, Instant.now()));
        return new CancelAnswer.Requested(OWN);
    }

    @Override
    public OrderLookup find(BrokerOrderId id) {
        return first(order -> order.brokerOrderId().equals(id));
    }

    @Override
    public OrderLookup find(ClientOrderId id) {
        return first(order -> order.clientOrderId().equals(id));
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> openOrders() {
        return ordersSince(Instant.EPOCH); // one that has ended among them does no harm
    }

    @Override
    public FetchResult<FetchedList<BrokerOrder>> ordersSince(Instant submittedAt) {
        return new FetchResult.Complete<>(new FetchedList<>(List.copyOf(book.values())));
    }

    private OrderLookup first(Predicate<BrokerOrder> condition) {
        return book.values().stream()
                .filter(condition)
                .findFirst()
                .<OrderLookup>map(order -> new OrderLookup.Found(order, OWN))
                .orElse(new OrderLookup.Absent(OWN));
    }
}
// @end
