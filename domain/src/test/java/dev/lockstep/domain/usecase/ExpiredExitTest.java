package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
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
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An exit that waited here until nobody could know that it is still requested. */
class ExpiredExitTest {
    private final LoopFixture its = new LoopFixture();

    @Test
    void an_exit_that_expires_is_an_incident_that_names_order_position_and_what_to_do() {
        Order exit = waitingExit(new OrderType.Stop(Price.of("90")));

        its.pass(Duration.ofSeconds(6));

        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(its.broker.sends()).hasSize(1);
        assertThat(its.openIncidents())
                .filteredOn(incident -> incident.kind() == IncidentKind.UNPROTECTED_POSITION)
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.subject()).isEqualTo("AAPL");
                    assertThat(incident.text())
                            .contains("position of 10 AAPL is unprotected", exit.id().value())
                            .contains("Send a stop or close the position");
                });
    }

    @Test
    void an_exit_that_takes_profit_protects_nothing_and_is_none() {
        Order exit = waitingExit(new OrderType.Limit(Price.of("200")));

        its.pass(Duration.ofSeconds(6));

        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(its.openIncidents())
                .noneMatch(incident -> incident.kind() == IncidentKind.UNPROTECTED_POSITION);
    }

    private static NewOrder sell(OrderType type) {
        return new NewOrder(
                SampleOrders.tenShares().symbol(),
                Side.SELL,
                Quantity.of("10"),
                type,
                TimeInForce.GTC);
    }

    private Order waitingExit(OrderType type) {
        Order entry = its.submitted();
        Order exit =
                new SubmitContingentExit(
                                its.repository, its.sample.ids(), its.clock, new AlpacaVenue())
                        .submit(entry.id(), sell(type), new IdempotencyKey("exit"))
                        .order();
        its.broker.set(entry, OrderStatus.FILLED, "10");
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();
        its.clock.pass(ExitRoom.MAX_AGE.plusSeconds(1));
        return exit;
    }
}
