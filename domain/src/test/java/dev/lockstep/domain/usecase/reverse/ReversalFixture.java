package dev.lockstep.domain.usecase.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.SentOrEnded;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.util.List;

/** A position at a fake broker that is reversed. */
abstract class ReversalFixture {
    static final Symbol AAPL = new Symbol("AAPL");

    final FailingRepository repository = new FailingRepository();
    final FakeBroker broker = new FakeBroker();
    final FakeMarket market = new FakeMarket();
    final TestClock clock = new TestClock();
    final SampleOrders sample = new SampleOrders();
    final ControlRisk controlRisk = new ControlRisk(repository.riskControl(), clock);
    final ClosePosition closePosition = new ClosePosition(repository, broker, sample.ids(), clock);
    final SyncOrders syncOrders = new SyncOrders(repository, broker, sample.ids(), clock);
    final ReversePosition reversePosition = process(broker);

    ReversalFixture() {
        market.set(asset(true));
    }

    static Asset asset(boolean shortable) {
        return new Asset(
                AAPL, "Apple", "NASDAQ", true, true, shortable, shortable, true, null, null, null);
    }

    /** Another process on the same store. */
    ReversePosition process(Broker its) {
        return new ReversePosition(
                repository, its, sample.ids(), clock, new MarketWatch(its, market, clock), market);
    }

    /** Takes a step of all reversals. */
    List<Order> resume() {
        return SentOrEnded.by(repository, reversePosition::resume);
    }

    ReversalResult.Reversing reversed() {
        return reversing(reversePosition.reverse(AAPL));
    }

    static ReversalResult.Reversing reversing(ReversalResult result) {
        assertThat(result).isInstanceOf(ReversalResult.Reversing.class);
        return (ReversalResult.Reversing) result;
    }

    void hold(String netQty) {
        broker.noPositions();
        broker.position(new Position(AAPL, NetQuantity.of(netQty)));
    }

    /** The broker fills an order and reports what is left of the position. */
    void fill(Order order, String netQty) {
        broker.set(order, OrderStatus.FILLED, String.valueOf(order.terms().orderQty()));
        broker.noPositions();
        if (!netQty.equals("0")) {
            hold(netQty);
        }
        syncOrders.sync();
    }

    Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }

    OrderStatus status(Order order) {
        return stored(order).status();
    }

    String text(Order order) {
        return stored(order).state().text();
    }

    List<String> sent() {
        return broker.sends().stream()
                .map(order -> order.terms().side() + " " + order.terms().orderQty())
                .toList();
    }
}
