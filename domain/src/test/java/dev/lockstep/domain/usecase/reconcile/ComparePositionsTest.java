package dev.lockstep.domain.usecase.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparePositionsTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final ComparePositions comparePositions =
            new ComparePositions(repository, new InMemoryFills(), broker, new TestClock());

    @Test
    void what_our_orders_traded_stands_beside_what_the_broker_holds() {
        Order order =
                SampleUseCases.submitOrder(repository, broker, new SampleOrders().ids(), clock)
                        .submit(SampleOrders.tenShares())
                        .order();
        broker.set(order, OrderStatus.PARTIALLY_FILLED, "4");
        new SyncOrders(repository, broker, new SampleOrders().ids(), clock).sync();
        broker.position(new Position(AAPL, NetQuantity.of("4")));
        broker.position(new Position(MSFT, NetQuantity.of("-2")));

        assertThat(comparePositions.compare())
                .isEqualTo(
                        new FetchResult.Complete<>(
                                new FetchedList<>(
                                        List.of(
                                                new PositionComparison(
                                                        AAPL,
                                                        NetQuantity.of("4"),
                                                        NetQuantity.of("4")),
                                                new PositionComparison(
                                                        MSFT,
                                                        NetQuantity.FLAT,
                                                        NetQuantity.of("-2"))))));
    }

    @Test
    void positions_that_could_not_be_fetched_are_not_flat() {
        broker.down(true);

        assertThat(comparePositions.compare()).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void positions_out_of_step_are_told_apart_from_those_in_step() {
        assertThat(new PositionComparison(AAPL, NetQuantity.FLAT, NetQuantity.of("1")).inStep())
                .isFalse();
        assertThat(new PositionComparison(AAPL, NetQuantity.of("1"), NetQuantity.of("1")).inStep())
                .isTrue();
    }
}
