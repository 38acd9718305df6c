package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
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
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopClosesTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final ClosePart FOUR = new ClosePart.ByQuantity(Quantity.of("4"));

    private final LoopFixture its = new LoopFixture();
    private final ClosePosition closePosition =
            new ClosePosition(its.repository, its.broker, its.sample.ids(), its.clock);

    @Test
    void the_loop_sends_a_close_once_its_stop_has_ended_and_protects_the_rest() {
        Order stop = heldWithStop();
        closePosition.close(AAPL, FOUR);
        its.broker.set(stop, OrderStatus.CANCELED, "0");

        its.pass(Duration.ofSeconds(3));

        assertThat(its.broker.sends())
                .extracting(order -> order.terms().side() + " " + order.terms().orderQty())
                .containsExactly("BUY 10", "SELL 10", "SELL 4", "SELL 6");
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_close_that_waits_for_too_long_is_told_with_what_it_waits_for_until_it_goes() {
        Order stop = heldWithStop();
        closePosition.close(AAPL, FOUR);

        its.pass(Duration.ofSeconds(40));

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.POSITION_NOT_CLOSED);
                    assertThat(incident.subject()).isEqualTo("AAPL");
                    assertThat(incident.text()).contains("waits: the cancel of order " + stop.id());
                });
        its.broker.set(stop, OrderStatus.CANCELED, "0");
        its.pass(Duration.ofSeconds(40));
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_position_whose_stop_ended_for_a_close_that_does_not_go_is_unprotected() {
        Order stop = heldWithStop();
        Order close = ((CloseResult.Closing) closePosition.close(AAPL, FOUR)).order();
        its.broker.set(stop, OrderStatus.CANCELED, "0");
        its.broker.noPositions();
        its.broker.position(
                new Position(AAPL, NetQuantity.of("10"), Quantity.of("1"), null, null, null, null));

        its.pass(Duration.ofSeconds(5));
        assertThat(its.openIncidents()).isEmpty();
        its.pass(Duration.ofSeconds(10));

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.UNPROTECTED_POSITION);
                    assertThat(incident.text())
                            .contains("order " + stop.id() + " was canceled for a close")
                            .contains("is waiting, order " + close.id());
                });
        its.broker.noPositions();
        its.broker.position(new Position(AAPL, NetQuantity.of("10")));
        its.pass(Duration.ofSeconds(40));
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_position_is_unprotected_at_once_when_close_and_new_stop_are_refused() {
        Order stop = heldWithStop();
        closePosition.close(AAPL, FOUR);
        its.broker.set(stop, OrderStatus.CANCELED, "0");
        its.broker.next(NextSubmit.REFUSE);
        its.broker.next(NextSubmit.REFUSE);
        its.broker.next(NextSubmit.REFUSE);

        its.pass(Duration.ofSeconds(2));

        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.UNPROTECTED_POSITION);
        its.pass(Duration.ofMinutes(2));
        assertThat(its.broker.sends()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void closes_that_are_refused_one_after_the_other_are_told() {
        heldWithStop();
        new CancelAll(its.repository, its.broker, its.clock)
                .cancelAll(new CancelScope(null, null, true));
        its.broker.set(its.broker.sends().getLast(), OrderStatus.CANCELED, "0");
        for (int attempt = 0; attempt < 5; attempt++) {
            its.broker.next(NextSubmit.REFUSE);
            closePosition.close(AAPL, new ClosePart.Whole());
        }

        its.pass(Duration.ofSeconds(2));

        assertThat(its.broker.sends()).hasSize(5);
        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.POSITION_NOT_CLOSED);
                    assertThat(incident.text())
                            .contains("the last 3 closes were refused")
                            .contains("insufficient buying power");
                });
    }

    @Test
    void refused_closes_are_over_once_the_broker_lists_no_position() {
        heldWithStop();
        new CancelAll(its.repository, its.broker, its.clock)
                .cancelAll(new CancelScope(null, null, true));
        its.broker.set(its.broker.sends().getLast(), OrderStatus.CANCELED, "0");
        for (int attempt = 0; attempt < 3; attempt++) {
            its.broker.next(NextSubmit.REFUSE);
            closePosition.close(AAPL, new ClosePart.Whole());
        }
        its.pass(Duration.ofSeconds(2));
        assertThat(kinds()).containsExactly(IncidentKind.POSITION_NOT_CLOSED);

        its.broker.noPositions();
        its.pass(Duration.ofSeconds(40));

        assertThat(kinds()).doesNotContain(IncidentKind.POSITION_NOT_CLOSED);
    }

    @Test
    void a_close_that_waits_is_an_incident_although_a_later_one_was_canceled() {
        heldWithStop();
        closePosition.close(AAPL, FOUR);
        Order all =
                ((CloseResult.Closing) closePosition.close(AAPL, new ClosePart.Whole())).order();
        its.cancelOrder.cancel(all.id());

        its.pass(Duration.ofSeconds(40));

        assertThat(kinds()).contains(IncidentKind.POSITION_NOT_CLOSED);
    }

    @Test
    void a_close_that_waits_for_one_that_does_not_fill_is_an_incident() {
        heldWithStop();
        its.broker.set(its.broker.sends().getLast(), OrderStatus.CANCELED, "0");
        its.pass(Duration.ofSeconds(10));
        Order part = ((CloseResult.Closing) closePosition.close(AAPL, FOUR)).order();
        its.broker.set(part, OrderStatus.PARTIALLY_FILLED, "1");
        closePosition.close(AAPL, new ClosePart.Whole());

        its.pass(Duration.ofSeconds(40));

        assertThat(its.openIncidents())
                .filteredOn(incident -> incident.kind() == IncidentKind.POSITION_NOT_CLOSED)
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.text()).contains("an earlier close has not ended"));
    }

    private List<IncidentKind> kinds() {
        return its.openIncidents().stream().map(Incident::kind).toList();
    }

    private Order heldWithStop() {
        Order entry = its.submitted();
        its.broker.set(entry, OrderStatus.FILLED, "10");
        its.broker.position(new Position(AAPL, NetQuantity.of("10")));
        its.loop.tick();
        NewOrder stop =
                new NewOrder(
                        SampleOrders.tenShares().symbol(),
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Stop(Price.of("150")),
                        TimeInForce.GTC);
        return its.submitOrder.submit(stop).order();
    }
}
