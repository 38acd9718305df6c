package dev.lockstep.domain.usecase.pretrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusalCircuitTest {
    private final LoopFixture its = new LoopFixture();

    @Test
    void a_caller_whose_orders_are_refused_again_and_again_has_to_wait_ever_longer() {
        for (int second = 0; second < 300; second++) {
            its.broker.next(NextSubmit.REFUSE);
            submit();
            its.clock.pass(Duration.ofSeconds(1));
        }
        int sent = its.broker.sends().size();

        assertThat(sent).isBetween(8, 15);
        assertThat(denial()).isEqualTo(DenialReason.REFUSED_REPEATEDLY);
    }

    @Test
    void an_exit_is_tried_again_after_a_minute_at_most_and_an_accepted_order_ends_the_wait() {
        refuse(10);
        its.clock.pass(Duration.ofMinutes(1));

        assertThat(submit().order().status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(submit().order().status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_person_ends_the_wait() {
        refuse(5);
        assertThat(denial()).isEqualTo(DenialReason.REFUSED_REPEATEDLY);
        its.clock.pass(Duration.ofSeconds(1));
        ControlRisk controlRisk = new ControlRisk(its.repository.riskControl(), its.clock);
        controlRisk.halt("operator", "look");
        controlRisk.resume("operator", "corrected");

        assertThat(submit().order().status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void refusals_in_a_row_are_one_incident_until_an_order_is_accepted() {
        refuse(6);
        its.loop.tick();

        assertThat(its.openIncidents())
                .filteredOn(incident -> incident.kind() == IncidentKind.REFUSED_REPEATEDLY)
                .extracting(incident -> incident.subject())
                .containsExactly("AAPL buy insufficient_buying_power");
        its.pass(Duration.ofMinutes(1));
        submit();
        its.pass(Duration.ofSeconds(3));
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void an_order_of_an_instrument_without_a_late_refusal_reads_refused_orders_only() {
        refuse(1);
        its.clock.pass(Duration.ofMinutes(2));
        List<OrderQuery> searches = new ArrayList<>();
        OrderRepository counted =
                (OrderRepository)
                        Proxy.newProxyInstance(
                                OrderRepository.class.getClassLoader(),
                                new Class<?>[] {OrderRepository.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("search")) {
                                        searches.add((OrderQuery) arguments[0]);
                                    }
                                    return method.invoke(its.repository, arguments);
                                });

        assertThat(new RefusalCircuit(counted, its.clock).denials(SampleOrders.tenShares()))
                .isEmpty();

        assertThat(searches)
                .singleElement()
                .extracting(OrderQuery::statuses)
                .isEqualTo(Set.of(OrderStatus.REJECTED));
    }

    /** Each as soon as it may be sent. */
    private void refuse(int times) {
        for (int sent = 0; sent < times; sent++) {
            its.broker.next(NextSubmit.REFUSE);
            assertThat(submit().order().status()).isEqualTo(OrderStatus.REJECTED);
            if (sent >= 4 && sent < times - 1) {
                its.clock.pass(Duration.ofMinutes(1));
            }
        }
    }

    private DenialReason denial() {
        SubmitResult.Denied denied = (SubmitResult.Denied) submit();
        return denied.denials().getFirst().reason();
    }

    private SubmitResult submit() {
        return its.submitOrder.submit(SampleOrders.tenShares());
    }
}
