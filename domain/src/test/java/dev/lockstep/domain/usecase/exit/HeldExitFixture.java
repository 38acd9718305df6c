package dev.lockstep.domain.usecase.exit;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.SentOrEnded;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.util.List;

/** An entry at a fake broker, and exits that are held locally until it fills. */
abstract class HeldExitFixture {
    final FailingRepository repository = new FailingRepository();
    final FakeBroker broker = new FakeBroker();
    final TestClock clock = new TestClock();
    final SampleOrders sample = new SampleOrders();
    final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    final SubmitContingentExit submitExit =
            new SubmitContingentExit(repository, sample.ids(), clock, new AlpacaVenue());
    final TriggerHeldOrders releaseWaiting =
            new TriggerHeldOrders(repository, broker, sample.ids(), clock);

    /** Runs one pass of the exits that wait. */
    List<Order> release() {
        return SentOrEnded.by(repository, releaseWaiting::release);
    }

    final SyncOrders syncOrders = new SyncOrders(repository, broker, sample.ids(), clock);

    Order entry() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    Order exit(Order entry, String orderQty) {
        return submitExit.submit(entry.id(), stop(orderQty), new IdempotencyKey("exit")).order();
    }

    static NewOrder stop(String orderQty) {
        return sell(orderQty, new OrderType.Stop(Price.of("150")), TimeInForce.GTC);
    }

    static NewOrder market(String orderQty) {
        return sell(orderQty, new OrderType.Market(), TimeInForce.DAY);
    }

    static NewOrder sell(String orderQty, OrderType type, TimeInForce timeInForce) {
        return new NewOrder(
                SampleOrders.tenShares().symbol(),
                Side.SELL,
                Quantity.of(orderQty),
                type,
                timeInForce);
    }

    void soldByHand(String orderQty) {
        Order sale = submitOrder.submit(market(orderQty)).order();
        broker.set(sale, OrderStatus.FILLED, orderQty);
        broker.noPositions();
        syncOrders.sync();
    }

    /** The order stands so at the broker, which holds what it has traded. */
    void became(Order order, OrderStatus status, String cumQty) {
        broker.set(order, status, cumQty);
        position(cumQty);
        syncOrders.sync();
    }

    void position(String netQty) {
        broker.noPositions();
        if (!NetQuantity.of(netQty).flat()) {
            broker.position(
                    new Position(SampleOrders.tenShares().symbol(), NetQuantity.of(netQty)));
        }
    }

    Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
