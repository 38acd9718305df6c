package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.close.ExitRoom;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.exit.TriggerHeldOrders;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stop that ends at the broker leaves its position unprotected. */
class EndedStopTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoopFixture its = new LoopFixture();

    @Test
    void a_stop_that_is_canceled_elsewhere_is_an_incident_until_another_one_works() {
        Order stop = workingStop();
        its.broker.set(stop, OrderStatus.CANCELED, "0");

        its.pass(MINUTE);

        assertThat(unprotected())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.subject()).isEqualTo("AAPL");
                    assertThat(incident.text())
                            .contains("position of 10 AAPL is unprotected", stop.id().value())
                            .contains("canceled at the broker without a request from here")
                            .contains("Send a stop or close the position");
                });
        its.submitOrder.submit(stop());
        its.pass(Duration.ofSeconds(4));
        assertThat(unprotected()).isEmpty();
    }

    @Test
    void a_stop_that_expires_with_its_day_is_an_incident_until_the_position_is_flat() {
        Order stop = workingStop();
        its.broker.set(stop, OrderStatus.EXPIRED, "0");

        its.pass(MINUTE);

        assertThat(unprotected())
                .singleElement()
                .satisfies(incident -> assertThat(incident.text()).contains("expired"));
        Order closing = its.submitOrder.submit(sell(new OrderType.Market())).order();
        its.broker.set(closing, OrderStatus.FILLED, "10");
        its.broker.noPositions();
        its.pass(MINUTE);
        assertThat(unprotected()).isEmpty();
    }

    @Test
    void a_stop_that_ended_while_nobody_looked_is_an_incident_of_the_next_start() {
        Order stop = workingStop();
        its.broker.set(stop, OrderStatus.CANCELED, "0");
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();

        its.pass(MINUTE);

        assertThat(unprotected()).hasSize(1);
    }

    @Test
    void a_stop_that_ends_before_the_next_look_is_an_incident() {
        its.pass(MINUTE);
        filledEntry();
        Order stop = its.submitOrder.submit(stop()).order();
        its.broker.set(stop, OrderStatus.CANCELED, "0");
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();

        its.pass(MINUTE);

        assertThat(unprotected()).hasSize(1);
    }

    @Test
    void a_clock_that_is_set_back_does_not_end_the_incident() {
        its.pass(MINUTE);
        Order stop = workingStop();
        its.broker.set(stop, OrderStatus.CANCELED, "0");
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();
        its.clock.step(Duration.ofMinutes(-10));
        its.pass(Duration.ofSeconds(15));
        assertThat(unprotected()).hasSize(1);

        its.pass(MINUTE);

        assertThat(unprotected())
                .singleElement()
                .satisfies(incident -> assertThat(incident.text()).contains(stop.id().value()));
    }

    @Test
    void a_check_that_fails_loses_no_stop_that_ended() {
        its.pass(MINUTE);
        Order stop = workingStop();
        its.broker.set(stop, OrderStatus.CANCELED, "0");
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();
        its.pass(Duration.ofSeconds(8));

        its.repository.failSearches(true);
        its.pass(Duration.ofSeconds(30));
        its.repository.failSearches(false);
        its.pass(Duration.ofSeconds(10));

        assertThat(unprotected()).hasSize(1);
    }

    @Test
    void a_stop_that_was_canceled_from_here_is_none() {
        Order stop = workingStop();
        its.pass(Duration.ofSeconds(2));
        its.cancelOrder.cancel(stop.id());
        its.broker.set(stop, OrderStatus.CANCELED, "0");

        its.pass(MINUTE);

        assertThat(unprotected()).isEmpty();
    }

    @Test
    void a_held_exit_that_a_sync_by_hand_ends_as_expired_is_an_incident() {
        Order entry = filledEntry();
        Order exit =
                new SubmitContingentExit(
                                its.repository, its.sample.ids(), its.clock, new AlpacaVenue())
                        .submit(entry.id(), stop(), new IdempotencyKey("exit"))
                        .order();
        its.clock.pass(ExitRoom.MAX_AGE.plusSeconds(1));
        new TriggerHeldOrders(its.repository, its.broker, its.sample.ids(), its.clock).release();
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.CANCELED);

        its.pass(Duration.ofSeconds(6));

        assertThat(unprotected())
                .singleElement()
                .satisfies(incident -> assertThat(incident.text()).contains(exit.id().value()));
    }

    private Order workingStop() {
        filledEntry();
        Order stop = its.submitOrder.submit(stop()).order();
        its.loop.tick();
        assertThat(unprotected()).isEmpty();
        return stop;
    }

    private Order filledEntry() {
        Order entry = its.submitted();
        its.broker.set(entry, OrderStatus.FILLED, "10");
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();
        return entry;
    }

    private List<Incident> unprotected() {
        return its.openIncidents().stream()
                .filter(incident -> incident.kind() == IncidentKind.UNPROTECTED_POSITION)
                .toList();
    }

    private static NewOrder stop() {
        return sell(new OrderType.Stop(Price.of("90")));
    }

    private static NewOrder sell(OrderType type) {
        return new NewOrder(
                SampleOrders.tenShares().symbol(),
                Side.SELL,
                Quantity.of("10"),
                type,
                TimeInForce.GTC);
    }
}
