package dev.lockstep.domain.usecase.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The request to close every position outlives the process that took it. */
class PursueFlattenTest {
    private final LoopFixture its = new LoopFixture();
    private final ControlRisk controlRisk =
            new ControlRisk(its.repository.riskControl(), its.clock);

    @Test
    void the_loop_closes_a_position_that_an_order_on_its_way_opened_after_the_halt() {
        its.broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order = its.submitted();
        controlRisk.halt("tester", "news");
        controlRisk.requestFlatten("tester", "news");
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));

        its.pass(Duration.ofSeconds(20));

        assertThat(its.broker.sends())
                .extracting(sent -> sent.terms().side())
                .containsExactly(Side.BUY, Side.SELL);
        its.broker.set(its.broker.sends().getLast(), OrderStatus.FILLED, "10");
        its.broker.noPositions();
        its.pass(Duration.ofSeconds(40));
        assertThat(controlRisk.flattenRequest()).isEmpty();
        assertThat(controlRisk.rules().state()).isEqualTo(TradingState.HALTED);
        assertThat(its.broker.sends()).hasSize(2);
    }

    @Test
    void the_loop_cancels_what_a_halt_that_crashed_had_not_canceled_yet() {
        Order order = its.submitted();
        controlRisk.halt("tester", "news");
        controlRisk.requestFlatten("tester", "news");

        its.pass(Duration.ofSeconds(6));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    @Test
    void a_flatten_that_does_not_end_is_an_incident_that_says_what_is_left() {
        its.submitted();
        controlRisk.halt("tester", "news");
        controlRisk.requestFlatten("tester", "news");

        its.pass(Duration.ofMinutes(3));

        assertThat(its.openIncidents())
                .filteredOn(incident -> incident.kind() == IncidentKind.FLATTEN_UNFINISHED)
                .singleElement()
                .extracting(Incident::text)
                .asString()
                .contains("AAPL");
        controlRisk.resume("tester", "over");
        its.pass(Duration.ofSeconds(4));
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .doesNotContain(IncidentKind.FLATTEN_UNFINISHED);
    }
}
