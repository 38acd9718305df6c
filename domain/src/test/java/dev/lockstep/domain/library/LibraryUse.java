package dev.lockstep.domain.library;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;

/** What the documentation of the domain shows. */
final class LibraryUse {
    private LibraryUse() {}

    /** Shows how the order stands after each step. */
    static void run(Consumer<OrderStatus> show) {
        // @start region="use"
        PlatformClock clock = PlatformClock.of(InstantSource.system(), System::nanoTime);
        OrderRepository orders = new InMemoryOrderRepository();
        OrderIds ids = new TimeOrderedIds(new InstanceTag("mine"), clock, new SecureRandom());
        Broker broker = new OwnBroker();
        MarketWatch watch = new MarketWatch(broker, MarketData.unavailable(), clock);
        SubmitOrder submitOrder =
                new SubmitOrder(orders, broker, ids, clock, watch, Assets.unavailable());
        SyncOrders syncOrders = new SyncOrders(orders, broker, ids, clock);
        CancelOrder cancelOrder = new CancelOrder(orders, broker, clock);

        NewOrder terms =
                new NewOrder(
                        new Symbol("AAPL"),
                        Side.BUY,
                        Quantity.of("10"),
                        new OrderType.Limit(Price.of("189.50")),
                        TimeInForce.DAY);
        // A second submit under the same key finds the same order.
        OrderId id = submitOrder.submit(terms, new IdempotencyKey("click 1")).order().id();
        show.accept(orders.find(id).orElseThrow().status()); // NEW
        cancelOrder.cancel(id);
        show.accept(orders.find(id).orElseThrow().status()); // PENDING_CANCEL
        syncOrders.sync();
        show.accept(orders.find(id).orElseThrow().status()); // CANCELED
        // @end
    }
}
