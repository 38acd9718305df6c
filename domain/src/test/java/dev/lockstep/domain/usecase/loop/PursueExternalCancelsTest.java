package dev.lockstep.domain.usecase.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.sync.AdoptOrder;
import dev.lockstep.domain.usecase.sync.AdoptResult;
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

    @Test
    void a_lost_cancel_of_an_external_order_is_sent_again_until_the_order_ends() {
        its.broker.set(SampleOrders.atBroker(external, OrderStatus.NEW, "0"));
        lostCancel();

        its.pass(Duration.ofSeconds(6));

        assertThat(its.broker.cancels()).hasSizeGreaterThan(1);
        assertThat(controlRisk.rules().state()).isEqualTo(TradingState.ACTIVE);
        its.broker.set(external, OrderStatus.CANCELED, "0");
        its.pass(Duration.ofMinutes(2));
        assertThat(its.repository.externalCancels().requested()).isEmpty();
        int sent = its.broker.cancels().size();
        its.pass(Duration.ofMinutes(10));
        assertThat(its.broker.cancels()).hasSize(sent);
    }

    @Test
    void a_requested_cancel_of_an_external_order_that_works_on_is_an_incident() {
        its.broker.set(SampleOrders.atBroker(external, OrderStatus.NEW, "0"));
        lostCancel();

        its.pass(Duration.ofMinutes(5));

        assertThat(its.openIncidents())
                .filteredOn(incident -> incident.kind() == IncidentKind.CANCEL_UNFINISHED)
                .extracting(Incident::subject)
                .containsExactly(SampleOrders.brokerOrderId(external).value());
        assertThat(its.broker.cancels()).hasSizeLessThan(12);
        its.broker.set(external, OrderStatus.FILLED, "10");
        its.pass(Duration.ofMinutes(6));
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .doesNotContain(IncidentKind.CANCEL_UNFINISHED);
    }

    @Test
    void a_requested_cancel_of_an_order_that_was_adopted_meanwhile_becomes_one_of_ours() {
        its.broker.set(SampleOrders.atBroker(external, OrderStatus.NEW, "0"));
        lostCancel();
        Order adopted =
                ((AdoptResult.Adopted)
                                new AdoptOrder(
                                                its.repository,
                                                its.broker,
                                                its.sample.ids(),
                                                its.clock)
                                        .adopt(SampleOrders.brokerOrderId(external)))
                        .order();

        its.pass(Duration.ofSeconds(6));

        assertThat(its.stored(adopted).state().cancelWanted()).isTrue();
        assertThat(its.repository.externalCancels().requested()).isEmpty();
    }

    /** The list shows the order, and no answer comes to its cancel. */
    private void lostCancel() {
        its.broker.nextCancelAll(new CancelAllAnswer.Unresolved("timeout", Evidence.local("test")));
        its.broker.nextCancel(new CancelAnswer.Unresolved("timeout", Evidence.local("test")));
        new CancelAll(its.repository, its.broker, its.clock)
                .cancelAll(new CancelScope(null, null, true));
    }

    private void halted() {
        controlRisk.halt("tester", "news");
        controlRisk.requestCancelExternal("tester", "news");
    }
}
