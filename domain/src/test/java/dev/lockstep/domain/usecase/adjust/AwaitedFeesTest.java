package dev.lockstep.domain.usecase.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwaitedFeesTest {
    private static final Symbol ETH = new Symbol("ETH/USD");
    private static final BrokerOrderId BOUGHT = new BrokerOrderId("b-1");

    private final FailingRepository repository = new FailingRepository();
    private final InMemoryFills fills = new InMemoryFills();
    private final TestClock clock = new TestClock();
    private final AwaitedFees awaitedFees = new AwaitedFees(repository, fills, clock);

    @BeforeEach
    void bought() {
        fills.addAll(List.of(fill(Side.BUY, "2")));
    }

    @Test
    void a_position_that_lacks_no_more_than_the_highest_fee_awaits_it() {
        assertThat(compared("2", "1.995").feeAwaited()).isTrue();
        assertThat(compared("2", "1.997").inStep()).isTrue();
        assertThat(compared("0.005", "0").inStep()).isTrue();
    }

    @Test
    void a_larger_difference_and_one_in_the_other_direction_is_none_of_a_fee() {
        assertThat(compared("2", "1.9949").inStep()).isFalse();
        assertThat(compared("1.995", "2").inStep()).isFalse();
    }

    @Test
    void a_fee_that_is_booked_is_not_awaited_any_more() {
        repository
                .adjustments()
                .addAll(
                        List.of(
                                SampleAdjustments.of(
                                        "f-1",
                                        AdjustmentKind.FEE,
                                        "ETH/USD",
                                        "-0.005",
                                        "0",
                                        BOUGHT,
                                        clock.instant())));

        assertThat(compared("1.995", "1.99").inStep()).isFalse();
        assertThat(compared("1.995", "1.995").same()).isTrue();
    }

    @Test
    void a_fee_that_is_overdue_is_not_awaited_any_more() {
        clock.pass(Duration.ofHours(AwaitedFees.OVERDUE_HOURS).minusSeconds(1));
        assertThat(compared("2", "1.995").inStep()).isTrue();

        clock.pass(Duration.ofSeconds(2));
        assertThat(compared("2", "1.995").inStep()).isFalse();
    }

    @Test
    void shares_and_coins_that_were_sold_await_no_fee_in_coin() {
        assertThat(awaitedFees.most(new Symbol("AAPL"))).isEqualTo(Quantity.ZERO);
        assertThat(new AwaitedFees(repository, sold(), clock).most(ETH)).isEqualTo(Quantity.ZERO);
    }

    private static InMemoryFills sold() {
        InMemoryFills fills = new InMemoryFills();
        fills.addAll(List.of(fill(Side.SELL, "2")));
        return fills;
    }

    private PositionComparison compared(String ours, String brokers) {
        return new PositionComparison(
                ETH, NetQuantity.of(ours), NetQuantity.of(brokers), awaitedFees.most(ETH));
    }

    private static Fill fill(Side side, String quantity) {
        return new Fill(
                new ExecutionId("e-1"),
                BOUGHT,
                ETH,
                side,
                Quantity.of(quantity),
                Price.of("100"),
                Quantity.of(quantity),
                Quantity.ZERO,
                SampleOrders.START);
    }
}
