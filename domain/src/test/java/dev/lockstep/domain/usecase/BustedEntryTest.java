package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Incident;
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
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.executions.BustedExits;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.incident.CloseIncident;
import dev.lockstep.domain.usecase.incident.CloseIncidentResult;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exits of an entry whose executions are busted would open a position the other way. */
class BustedEntryTest {
    private static final Symbol AAPL = new Symbol("AAPL");

    private final LoopFixture its = new LoopFixture();
    private final Order entry = its.submitted();
    private final Fill fill =
            SampleFills.fill("e-1", SampleOrders.brokerOrderId(entry), "10", "10");
    private final Fill first = SampleFills.fill("e-2", SampleOrders.brokerOrderId(entry), "6", "6");
    private final Fill rest = SampleFills.fill("e-3", SampleOrders.brokerOrderId(entry), "4", "10");

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

    @Test
    void the_exit_of_an_entry_that_was_partly_busted_becomes_smaller() {
        Order exit = workingExit(first, rest);

        report("trade_bust", null, bust(rest), canceledEntry("6"));
        its.broker.position(new Position(AAPL, NetQuantity.of("6")));
        its.pass(Duration.ofSeconds(4));

        assertThat(its.broker.cancels()).containsExactly(SampleOrders.brokerOrderId(exit));
        assertThat(rests())
                .singleElement()
                .satisfies(smaller -> {
                    assertThat(smaller.status()).isEqualTo(OrderStatus.WAITING);
                    assertThat(smaller.terms().orderQty()).isEqualTo(Quantity.of("6"));
                });

        its.broker.end(exit);
        its.pass(Duration.ofSeconds(70));

        assertThat(rests())
                .singleElement()
                .satisfies(smaller -> {
                    assertThat(smaller.status()).isEqualTo(OrderStatus.ACCEPTED);
                    assertThat(smaller.terms().type()).isEqualTo(exit.terms().type());
                    assertThat(smaller.parent()).isEqualTo(entry.id());
                });
        assertThat(its.broker.cancels()).hasSize(1);
    }

    @Test
    void a_bust_is_not_closed_by_hand_while_exits_of_its_entry_work() {
        Order exit = workingExit(first, rest);
        report("trade_bust", null, bust(rest), canceledEntry("6"));
        Incident bust = its.openIncidents().getFirst();
        CloseIncident closeIncident =
                new CloseIncident(
                        its.incidents, new BustedExits(its.repository, its.fills), its.clock);

        assertThat(closeIncident.close(bust.number(), "ann", "checked"))
                .isInstanceOfSatisfying(
                        CloseIncidentResult.StaysOpen.class,
                        open -> assertThat(open.text()).contains("exits of a busted trade work"));

        its.broker.position(new Position(AAPL, NetQuantity.of("6")));
        its.pass(Duration.ofSeconds(4));
        its.broker.end(exit);
        its.pass(Duration.ofSeconds(70));
        rests().forEach(smaller -> its.cancelOrder.cancel(smaller.id()));

        assertThat(closeIncident.close(bust.number(), "ann", "checked"))
                .isInstanceOf(CloseIncidentResult.Closed.class);
    }

    private List<Order> rests() {
        return its.repository.search(OrderQuery.all()).stream()
                .filter(OrderPurpose.Kind.REMAINDER::of)
                .toList();
    }

    private Order workingExit() {
        return workingExit(fill);
    }

    private Order workingExit(Fill... fills) {
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
        for (Fill each : fills) {
            its.history.add(each);
        }
        its.broker.set(entry, OrderStatus.FILLED, "10");
        its.broker.position(new Position(AAPL, NetQuantity.of("10")));
        for (Fill each : fills) {
            report("fill", each, null, its.broker.book(entry.clientOrderId()));
        }
        its.pass(Duration.ofSeconds(4));
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
        return its.stored(exit);
    }

    private void busted() {
        report("trade_bust", null, bust(fill), canceledEntry("0"));
        assertThat(its.stored(entry).cumQty()).isEqualTo(Quantity.ZERO);
    }

    private FillCorrection bust(Fill busted) {
        return FillCorrection.bust(
                new ExecutionId("c-1"),
                busted.executionId(),
                SampleOrders.brokerOrderId(entry),
                its.clock.instant(),
                "{}");
    }

    private BrokerOrder canceledEntry(String traded) {
        BrokerOrder there =
                SampleOrders.atBroker(entry, OrderStatus.CANCELED, traded)
                        .changed(
                                OrderStatus.CANCELED,
                                Quantity.of(traded),
                                null,
                                its.clock.instant());
        its.broker.set(there);
        return there;
    }

    private void report(
            String event,
            @Nullable Fill traded,
            @Nullable FillCorrection correction,
            BrokerOrder there) {
        its.loop
                .listener()
                .reports(
                        List.of(
                                new StreamedReport(
                                        event,
                                        null,
                                        traded,
                                        correction,
                                        there,
                                        Evidence.local("test"))));
    }
}
