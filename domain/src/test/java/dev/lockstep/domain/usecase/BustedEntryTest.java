package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exits of an entry whose executions are all busted would open a position the other way. */
class BustedEntryTest {
    private static final Symbol AAPL = new Symbol("AAPL");

    private final LoopFixture its = new LoopFixture();
    private final Order entry = its.submitted();
    private final Fill fill =
            SampleFills.fill("e-1", SampleOrders.brokerOrderId(entry), "10", "10");

    @Test
    void the_exits_of_an_entry_that_was_busted_are_canceled() {
        Order exit = workingExit();

        busted();
        its.broker.noPositions();
        its.pass(Duration.ofSeconds(4));

        assertThat(its.broker.cancels()).containsExactly(SampleOrders.brokerOrderId(exit));
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    @Test
    void an_exit_that_another_position_covers_goes_on_working() {
        Order exit = workingExit();
        Order other = its.submitted();
        its.broker.set(other, OrderStatus.FILLED, "10");
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();

        busted();
        its.pass(Duration.ofSeconds(4));

        assertThat(its.broker.cancels()).isEmpty();
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    private Order workingExit() {
        NewOrder stop =
                new NewOrder(
                        AAPL,
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Stop(Price.of("90")),
                        TimeInForce.GTC);
        Order exit =
                new SubmitContingentExit(
                                its.repository, its.sample.ids(), its.clock, new AlpacaVenue())
                        .submit(entry.id(), stop, new IdempotencyKey("exit"))
                        .order();
        its.history.add(fill);
        its.broker.set(entry, OrderStatus.FILLED, "10");
        its.broker.position(new Position(AAPL, NetQuantity.of("10")));
        report("fill", fill, null, its.broker.book(entry.clientOrderId()));
        its.pass(Duration.ofSeconds(4));
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
        return its.stored(exit);
    }

    private void busted() {
        FillCorrection bust =
                FillCorrection.bust(
                        new ExecutionId("c-1"),
                        fill.executionId(),
                        SampleOrders.brokerOrderId(entry),
                        its.clock.instant(),
                        "{}");
        BrokerOrder there =
                SampleOrders.atBroker(entry, OrderStatus.CANCELED, "0")
                        .changed(OrderStatus.CANCELED, Quantity.ZERO, null, its.clock.instant());
        its.broker.set(there);
        report("trade_bust", null, bust, there);
        assertThat(its.stored(entry).cumQty()).isEqualTo(Quantity.ZERO);
    }

    private void report(
            String event,
            @Nullable Fill traded,
            @Nullable FillCorrection correction,
            BrokerOrder there) {
        its.loop
                .listener()
                .report(
                        new StreamedReport(
                                event, null, traded, correction, there, Evidence.local("test")));
    }
}
