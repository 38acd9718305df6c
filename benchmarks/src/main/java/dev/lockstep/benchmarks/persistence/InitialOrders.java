package dev.lockstep.benchmarks.persistence;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.util.ArrayList;
import java.util.List;

/** The orders of a new ledger: all acknowledged and open at the broker. */
final class InitialOrders {
    private InitialOrders() {}

    /** Stores them and returns their ids. */
    static List<OrderId> stored(OpenStore store, Load load) {
        List<Order> orders = intents(store.ids(), load.orders());
        OrderRepository repository = store.repository();
        for (int from = 0; from < orders.size(); from += OrderRepository.MAX_BATCH) {
            int to = Math.min(orders.size(), from + OrderRepository.MAX_BATCH);
            repository.addAll(orders.subList(from, to), Evidence.local("intent"));
            List<OrderUpdate> answers = new ArrayList<>();
            for (int number = from; number < to; number++) {
                answers.add(Load.acknowledged(orders.get(number), number));
            }
            repository.updateAll(answers, BatchMode.EACH_FOR_ITSELF).forEach(Load::requireMade);
        }
        return orders.stream().map(Order::id).toList();
    }

    private static List<Order> intents(OrderIds ids, int count) {
        NewOrder terms =
                new NewOrder(
                        new Symbol("AAPL"),
                        Side.BUY,
                        Quantity.of("1000000"),
                        new OrderType.Limit(Price.of("190.5")),
                        TimeInForce.DAY);
        List<Order> orders = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            OrderId id = ids.nextOrderId();
            IdempotencyKey key = new IdempotencyKey("key-" + id);
            orders.add(Order.intent(id, ids.clientOrderId(id), key, terms, Load.BEGIN));
        }
        return orders;
    }
}
