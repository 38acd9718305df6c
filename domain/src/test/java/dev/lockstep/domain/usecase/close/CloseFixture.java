package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.SentOrEnded;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import java.time.Duration;
import java.util.List;

/** A position at a fake broker, its exits, and the closes of it. */
abstract class CloseFixture {
    static final Symbol AAPL = new Symbol("AAPL");
    static final ClosePart WHOLE = new ClosePart.Whole();

    static final ClosePart FOUR = new ClosePart.ByQuantity(Quantity.of("4"));

    final FailingRepository repository = new FailingRepository();
    final FakeBroker broker = new FakeBroker();
    final TestClock clock = new TestClock();
    final SampleOrders sample = new SampleOrders();
    final ClosePosition closePosition = new ClosePosition(repository, broker, sample.ids(), clock);
    final ResolveUnknown resolveUnknown =
            new ResolveUnknown(
                    repository,
                    repository.riskControl(),
                    broker,
                    sample.ids(),
                    clock,
                    new RecoveryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(5)));

    /** Takes a step of all closes. */
    List<Order> resume() {
        return SentOrEnded.by(repository, closePosition::resume);
    }

    List<String> sent() {
        return broker.sends().stream()
                .map(order ->
                        order.terms().side()
                                + " "
                                + order.terms().orderQty()
                                + " "
                                + order.terms().type().getClass().getSimpleName())
                .toList();
    }

    Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }

    void fill(Order order, String quantity) {
        broker.set(order, OrderStatus.FILLED, quantity);
    }

    void holdInstead(String netQty) {
        broker.noPositions();
        hold(netQty);
    }

    void hold(String netQty) {
        broker.position(new Position(AAPL, NetQuantity.of(netQty)));
    }

    Order stop() {
        return exit("10", new OrderType.Stop(Price.of("150")));
    }

    Order exit(String quantity, OrderType type) {
        return submit(terms(quantity, type));
    }

    static NewOrder terms(String quantity, OrderType type) {
        return new NewOrder(AAPL, Side.SELL, Quantity.of(quantity), type, TimeInForce.GTC);
    }

    Order submit(NewOrder terms) {
        return SampleUseCases.submitOrder(repository, broker, sample.ids(), clock)
                .submit(terms)
                .order();
    }

    static Order closing(CloseResult result) {
        assertThat(result).isInstanceOf(CloseResult.Closing.class);
        return ((CloseResult.Closing) result).order();
    }
}
