package dev.lockstep.domain.usecase.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.usecase.LoopFixture;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Incidents of orders and of the account that the loop finds at the broker. */
class LoopIncidentsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoopFixture its = new LoopFixture();

    @Test
    void an_external_order_is_an_incident_at_the_second_check_and_never_taken_over() {
        BrokerOrder foreign =
                SampleOrders.atBroker(
                        new SampleOrders(new InstanceTag("other")).intent(), OrderStatus.NEW, "0");
        its.broker.foreign(foreign);

        its.loop.tick();
        assertThat(its.openIncidents()).isEmpty();
        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.EXTERNAL_ORDER);
                    assertThat(incident.text()).startsWith("1 open order was not sent");
                });
        assertThat(its.repository.byBrokerOrderId(foreign.brokerOrderId())).isEmpty();
    }

    @Test
    void very_many_external_orders_are_one_incident_that_is_not_written_again() {
        SampleOrders others = new SampleOrders(new InstanceTag("other"));
        for (int i = 0; i < 1_500; i++) {
            its.broker.foreign(SampleOrders.atBroker(others.intent(), OrderStatus.NEW, "0"));
        }

        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.text()).startsWith("1500 open orders"));
    }

    @Test
    void an_order_of_others_that_has_ended_is_no_incident() {
        for (int i = 0; i < 25; i++) {
            its.broker.hide(its.submitted());
        }
        its.broker.foreign(SampleOrders.atBroker(its.sample.intent(), OrderStatus.CANCELED, "0"));

        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .doesNotContain(IncidentKind.EXTERNAL_ORDER);
    }

    @Test
    void an_order_that_the_broker_does_not_show_any_more_is_told_and_left_as_it_is() {
        Order order = its.submitted();
        its.broker.forget(order);

        its.loop.tick();

        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.ORDER_MISSING);
        assertThat(its.stored(order)).isEqualTo(order);
    }

    @Test
    void an_account_that_may_not_trade_is_an_incident_until_it_may() {
        its.broker.restricted(
                Set.of(AccountRestriction.TRADING_BLOCKED, AccountRestriction.PATTERN_DAY_TRADER));
        its.loop.tick();

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.ACCOUNT_RESTRICTED);
                    assertThat(incident.text())
                            .isEqualTo(AccountRestriction.TRADING_BLOCKED.text());
                });

        its.broker.restricted(Set.of(AccountRestriction.PATTERN_DAY_TRADER));
        its.pass(MINUTE);

        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void an_adjustment_that_cannot_be_read_is_an_incident_until_it_is_read() {
        its.history.add(unreadable("i-1"));
        its.history.add(SampleAdjustments.of("i-2", AdjustmentKind.INTEREST, null, "0", "-1"));

        its.pass(MINUTE.multipliedBy(2));

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.UNREADABLE_AT_BROKER);
                    assertThat(incident.subject()).isEqualTo("activity i-1");
                    assertThat(incident.text()).contains("cannot be read: qty", "{}");
                });
        assertThat(its.repository.adjustments().list(AdjustmentQuery.all())).hasSize(2);

        its.history.clear();
        its.history.add(SampleAdjustments.of("i-1", AdjustmentKind.INTEREST, null, "0", "-1"));
        its.pass(MINUTE.multipliedBy(2));
        assertThat(its.openIncidents()).isEmpty();
    }

    private static Adjustment unreadable(String id) {
        Adjustment each = SampleAdjustments.of(id, AdjustmentKind.OTHER, null, "0", "0");
        return new Adjustment(
                each.id(),
                each.kind(),
                Adjustment.UNREADABLE,
                null,
                each.quantity(),
                each.cash(),
                null,
                null,
                "cannot be read: qty",
                each.at(),
                "{}");
    }
}
