package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedAtBrokerTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoopFixture its = new LoopFixture();

    @Test
    void a_quantity_that_the_broker_changed_is_an_incident_until_the_order_ends() {
        Order order = its.submitted();
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.NEW, "0");
        its.broker.set(SampleOrders.like(there).amount("100").order());

        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.ORDER_CHANGED_AT_BROKER);
                    assertThat(incident.subject()).isEqualTo(order.id().value());
                    assertThat(incident.text()).contains("buy 100 AAPL");
                });
        its.broker.end(order);
        its.pass(MINUTE);
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void an_order_that_the_broker_made_smaller_before_its_answer_was_known_is_found() {
        assertFoundAt("7");
    }

    @Test
    void an_order_that_the_broker_made_larger_before_its_answer_was_known_is_found() {
        assertFoundAt("100");
    }

    private void assertFoundAt(String qty) {
        its.broker.next(FakeBroker.NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order = its.submitted();
        BrokerOrder there = its.broker.book(order.clientOrderId());
        its.broker.set(SampleOrders.like(there).amount(qty).order());

        its.pass(MINUTE);

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(its.stored(order).terms().orderQty()).isEqualTo(Quantity.of(qty));
        assertThat(new Replay(its.stored(order), its.repository.history(order.id())).differences())
                .isEmpty();
        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.kind())
                                .isEqualTo(IncidentKind.ORDER_CHANGED_AT_BROKER));
    }

    @Test
    void an_exit_that_got_smaller_as_a_replaced_exit_traded_is_no_incident() {
        Order first = its.submitted();
        BrokerOrder smaller =
                SampleOrders.like(SampleOrders.atBroker(its.sample.intent(), OrderStatus.NEW, "0"))
                        .amount("7")
                        .order();
        its.broker.set(smaller);
        its.repository.add(
                Order.leg(
                        its.sample.ids().nextOrderId(),
                        first,
                        SampleOrders.tenShares(),
                        smaller,
                        its.clock.instant()),
                Evidence.local("test"));
        ReplaceResult result =
                SampleUseCases.replaceOrder(its.repository, its.broker, its.sample.ids(), its.clock)
                        .replace(
                                first.id(),
                                new ReplaceRequest(Quantity.of("12"), null, null, null, null));
        its.broker.set(
                its.broker
                        .book(((ReplaceResult.Sent) result).order().clientOrderId())
                        .changed(
                                OrderStatus.PARTIALLY_FILLED,
                                Quantity.of("5"),
                                null,
                                its.clock.instant()));

        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .noneMatch(incident -> incident.kind() == IncidentKind.ORDER_CHANGED_AT_BROKER);
    }

    @Test
    void a_replacement_of_which_more_may_trade_than_requested_is_an_incident() {
        Order first = its.submitted();
        its.broker.set(first, OrderStatus.PARTIALLY_FILLED, "4");
        its.pass(MINUTE);
        its.broker.losesReplaceAnswers(true);
        ReplaceResult result =
                SampleUseCases.replaceOrder(its.repository, its.broker, its.sample.ids(), its.clock)
                        .replace(
                                first.id(),
                                new ReplaceRequest(Quantity.of("12"), null, null, null, null));
        Order second = ((ReplaceResult.Sent) result).order();
        its.broker.set(
                its.broker
                        .book(second.clientOrderId())
                        .changed(OrderStatus.NEW, Quantity.ZERO, null, its.clock.instant()));

        its.pass(MINUTE);

        assertThat(exceeding())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.subject()).isEqualTo(second.id().value());
                    assertThat(incident.text()).contains("12 more may trade");
                });
        its.broker.set(
                its.broker
                        .book(second.clientOrderId())
                        .changed(
                                OrderStatus.PARTIALLY_FILLED,
                                Quantity.of("4"),
                                null,
                                its.clock.instant()));
        its.pass(MINUTE);
        assertThat(exceeding()).isEmpty();
    }

    private List<Incident> exceeding() {
        return its.openIncidents().stream()
                .filter(incident -> incident.kind() == IncidentKind.ORDER_EXCEEDS_REQUEST)
                .toList();
    }
}
