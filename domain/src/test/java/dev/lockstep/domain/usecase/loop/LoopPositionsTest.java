package dev.lockstep.domain.usecase.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.domain.adjustment.AdjustmentKind;
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
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.LoopFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Positions that the loop compares with the broker, and their protection. */
class LoopPositionsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoopFixture its = new LoopFixture();

    @Test
    void a_position_that_differs_in_two_looks_is_told_with_both_numbers_and_nothing_is_corrected() {
        Order order = filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("12")));

        its.loop.tick();
        assertThat(its.openIncidents()).isEmpty();
        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.POSITION_MISMATCH);
                    assertThat(incident.text())
                            .startsWith("10 by our orders, 12 at the broker; possible causes");
                });
        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("10"));
        assertThat(its.broker.sends()).hasSize(1);
    }

    @Test
    void a_position_that_differs_by_a_booked_split_is_no_incident() {
        filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("40")));
        its.history.add(
                SampleAdjustments.of(
                        "s-1", AdjustmentKind.SPLIT, "AAPL", "30", "0", null, its.clock.instant()));

        its.pass(MINUTE.multipliedBy(2));

        assertThat(its.openIncidents()).isEmpty();
        assertThat(its.repository.holdings().of(new Symbol("AAPL")))
                .isEqualTo(NetQuantity.of("40"));
    }

    @Test
    void positions_that_could_not_be_fetched_neither_open_nor_close_anything() {
        filled(its.submitted());
        its.pass(MINUTE);
        assertThat(its.openIncidents()).hasSize(1);

        its.broker.down(true);
        its.pass(MINUTE);
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.POSITION_MISMATCH);

        its.broker.down(false);
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        its.pass(MINUTE);
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_position_closed_elsewhere_leaves_its_entry_filled_and_names_the_exits_still_working() {
        Order entry = filled(its.submitted());
        Order exit = its.submitOrder.submit(stop(Side.SELL)).order();
        its.broker.set(exit, OrderStatus.NEW, "0");

        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.text()).startsWith("10 by our orders, 0 at");
                    assertThat(incident.text()).contains("keep working: " + exit.id());
                });
        assertThat(its.stored(entry).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a_refused_stop_is_told_at_once_until_another_one_works() {
        filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        its.loop.tick();
        its.broker.next(NextSubmit.REFUSE);
        Order refused = its.submitOrder.submit(stop(Side.SELL)).order();

        its.pass(Duration.ofSeconds(2));
        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.UNPROTECTED_POSITION);
                    assertThat(incident.subject()).isEqualTo("AAPL");
                    assertThat(incident.text())
                            .contains(refused.id().value())
                            .contains("insufficient buying power");
                });

        its.submitOrder.submit(stop(Side.SELL));
        its.pass(Duration.ofSeconds(2));
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_stop_that_was_taken_and_is_rejected_later_is_told_too() {
        filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        Order stop = its.submitOrder.submit(stop(Side.SELL)).order();
        its.loop.tick();
        assertThat(its.openIncidents()).isEmpty();

        its.broker.set(stop, OrderStatus.REJECTED, "0");
        its.pass(Duration.ofSeconds(10));

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.UNPROTECTED_POSITION);
                    assertThat(incident.text())
                            .contains(
                                    "order " + stop.id() + ", is rejected: rejected by the broker");
                });
    }

    @Test
    void a_refused_stop_on_the_entry_side_protects_nothing_and_is_no_incident() {
        filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        its.broker.next(NextSubmit.REFUSE);
        its.submitOrder.submit(stop(Side.BUY));

        its.pass(MINUTE);

        assertThat(its.openIncidents()).isEmpty();
    }

    private Order filled(Order order) {
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.loop
                .listener()
                .reports(List.of(FakeStream.report(its.broker.book(order.clientOrderId()))));
        return its.stored(order);
    }

    private static NewOrder stop(Side side) {
        return new NewOrder(
                new Symbol("AAPL"),
                side,
                Quantity.of("10"),
                new OrderType.Stop(Price.of("150")),
                TimeInForce.GTC);
    }
}
