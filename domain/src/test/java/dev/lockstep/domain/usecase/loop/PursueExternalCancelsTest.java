package dev.lockstep.domain.usecase.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.SampleOrders;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The request to cancel every external order outlives the process that took it. */
class PursueExternalCancelsTest {
    private final LoopFixture its = new LoopFixture();
    private final ControlRisk controlRisk =
            new ControlRisk(its.repository.riskControl(), its.clock);
    private final Order external = new SampleOrders(new InstanceTag("other")).intent();

    @Test
    void the_loop_cancels_the_external_orders_that_a_halt_which_crashed_had_not_canceled() {
        its.broker.set(SampleOrders.atBroker(external, OrderStatus.NEW, "0"));
        halted();

        its.pass(Duration.ofSeconds(6));

        assertThat(its.broker.cancels()).contains(SampleOrders.brokerOrderId(external));
        assertThat(controlRisk.cancelExternalRequest()).isPresent();
        its.broker.set(external, OrderStatus.CANCELED, "0");
        its.pass(Duration.ofSeconds(30));
        assertThat(controlRisk.cancelExternalRequest()).isEmpty();
        assertThat(controlRisk.rules().state()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void an_external_order_that_works_on_is_asked_for_rarely_and_is_an_incident() {
        its.broker.set(SampleOrders.atBroker(external, OrderStatus.NEW, "0"));
        halted();

        its.pass(Duration.ofMinutes(4));

        assertThat(its.broker.cancels()).hasSizeBetween(4, 16);
        assertThat(its.openIncidents())
                .filteredOn(incident -> incident.kind() == IncidentKind.CANCEL_UNFINISHED)
                .singleElement()
                .extracting(Incident::text)
                .asString()
                .contains(SampleOrders.brokerOrderId(external).value());
        controlRisk.overrule(Restriction.OPERATOR, "tester", "over");
        its.pass(Duration.ofSeconds(4));
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .doesNotContain(IncidentKind.CANCEL_UNFINISHED);
    }

    @Test
    void to_lift_the_operators_halt_ends_its_requests_to_cancel_and_to_flatten() {
        halted();
        controlRisk.requestFlatten("tester", "news");

        controlRisk.overrule(Restriction.OPERATOR, "tester", "over");

        assertThat(controlRisk.rules().state()).isEqualTo(TradingState.ACTIVE);
    }

    private void halted() {
        controlRisk.halt("tester", "news");
        controlRisk.requestCancelExternal("tester", "news");
    }
}
