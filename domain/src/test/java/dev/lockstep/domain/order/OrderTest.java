package dev.lockstep.domain.order;

import static dev.lockstep.contracts.SampleOrders.START;
import static dev.lockstep.contracts.SampleOrders.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExecutionReport.CancelRejected;
import dev.lockstep.domain.order.ExecutionReport.CancelRequested;
import dev.lockstep.domain.order.ExecutionReport.Corrected;
import dev.lockstep.domain.order.ExecutionReport.NeverAccepted;
import dev.lockstep.domain.order.ExecutionReport.Rejected;
import dev.lockstep.domain.order.ExecutionReport.Resent;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.ExecutionReport.Throttled;
import dev.lockstep.domain.order.ExecutionReport.Unresolved;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.BrokerOrderIdConflictException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Instant LATER = START.plusSeconds(60);

    private final Order intent = new SampleOrders().intent();
    private final Order working = intent.apply(report(intent, OrderStatus.NEW, "0"), LATER);

    @Test
    void a_report_makes_the_next_version_at_its_time() {
        assertThat(working.version()).isEqualTo(2);
        assertThat(working.updatedAt()).isEqualTo(LATER);
        assertThat(working.createdAt()).isEqualTo(START);
        assertThat(working.leavesQty()).isEqualTo(Quantity.of("10"));
    }

    @Test
    void a_report_that_says_nothing_new_makes_no_version() {
        StatusReport again = report(intent, OrderStatus.NEW, "0", START.plusSeconds(30));

        assertThat(working.apply(again, LATER)).isSameAs(working);
    }

    @Test
    void what_has_traded_never_falls() {
        Order half = working.apply(report(intent, OrderStatus.PARTIALLY_FILLED, "5"), LATER);

        assertThat(half.apply(report(intent, OrderStatus.PARTIALLY_FILLED, "4", LATER), LATER))
                .isSameAs(half);
        assertThat(half.apply(report(intent, OrderStatus.CANCELED, "4", LATER), LATER))
                .isSameAs(half);
    }

    @Test
    void an_older_report_of_the_same_quantity_is_ignored() {
        Order suspended = working.apply(report(intent, OrderStatus.SUSPENDED, "0", LATER), LATER);

        assertThat(suspended.apply(report(intent, OrderStatus.NEW, "0", START), LATER))
                .isSameAs(suspended);
        assertThat(
                        suspended
                                .apply(
                                        report(intent, OrderStatus.NEW, "0", LATER.plusSeconds(1)),
                                        LATER)
                                .status())
                .isEqualTo(OrderStatus.NEW);
    }

    @Test
    void an_end_counts_however_old_it_is() {
        Order suspended = working.apply(report(intent, OrderStatus.SUSPENDED, "0", LATER), LATER);

        assertThat(
                        suspended
                                .apply(report(intent, OrderStatus.CANCELED, "0", START), LATER)
                                .status())
                .isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_late_new_does_not_reopen_a_filled_order() {
        Order filled = working.apply(report(intent, OrderStatus.FILLED, "10"), LATER);

        assertThat(filled.apply(report(intent, OrderStatus.NEW, "0", LATER), LATER))
                .isSameAs(filled);
        assertThat(filled.leavesQty()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void a_fill_that_comes_after_the_cancel_counts() {
        Order canceled = working.apply(report(intent, OrderStatus.CANCELED, "0"), LATER);

        Order partly = canceled.apply(report(intent, OrderStatus.CANCELED, "4", LATER), LATER);
        Order filled = partly.apply(report(intent, OrderStatus.FILLED, "10", LATER), LATER);

        assertThat(partly.cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(partly.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a_cancel_that_was_not_requested_here_says_so_as_long_as_it_lasts() {
        Order canceled = working.apply(report(intent, OrderStatus.CANCELED, "0"), LATER);
        Order filled = canceled.apply(report(intent, OrderStatus.FILLED, "10", LATER), LATER);

        assertThat(canceled.state().text())
                .isEqualTo("canceled at the broker without a request from here");
        assertThat(filled.state().text()).isEmpty();
    }

    @Test
    void a_leg_that_the_broker_canceled_names_its_linked_orders_as_a_reason() {
        Order leg =
                Order.leg(
                        new SampleOrders().ids().nextOrderId(),
                        working,
                        intent.terms(),
                        SampleOrders.atBroker(intent, OrderStatus.NEW, "0"),
                        LATER);

        Order canceled = leg.apply(report(intent, OrderStatus.CANCELED, "0", LATER), LATER);

        assertThat(canceled.state().text()).endsWith("as when a linked order fills or is canceled");
    }

    @Test
    void another_reason_of_a_canceled_order_is_not_taken_for_the_brokers() {
        Order refused =
                working.apply(new CancelRequested(), LATER)
                        .apply(
                                new CancelRejected(
                                        "canceled at the broker without a request from here",
                                        report(intent, OrderStatus.NEW, "0", LATER)),
                                LATER);

        Order partly = refused.apply(report(intent, OrderStatus.NEW, "3", LATER), LATER);

        assertThat(partly.state().text()).isEqualTo(refused.state().text()).isNotEmpty();
    }

    @Test
    void a_cancel_that_was_requested_here_needs_no_reason() {
        Order canceled =
                working.apply(new CancelRequested(), LATER)
                        .apply(report(intent, OrderStatus.CANCELED, "0"), LATER);

        assertThat(canceled.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(canceled.state().text()).isEmpty();
    }

    @Test
    void an_order_that_traded_and_reads_new_is_partially_filled() {
        assertThat(working.apply(report(intent, OrderStatus.NEW, "3"), LATER).status())
                .isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void the_brokers_id_is_written_once() {
        StatusReport other =
                new StatusReport(
                        new BrokerOrderId("another"),
                        new ReportedStatus.Known("new", OrderStatus.NEW),
                        Quantity.ZERO,
                        null,
                        LATER);

        assertThatThrownBy(() -> working.apply(other, LATER))
                .isInstanceOf(BrokerOrderIdConflictException.class)
                .hasMessageContaining("another")
                .hasMessageContaining(SampleOrders.brokerOrderId(intent).value());
        assertThatThrownBy(() -> working.apply(new Corrected(other), LATER))
                .isInstanceOf(BrokerOrderIdConflictException.class);
    }

    @Test
    void a_fill_that_is_reported_late_does_not_set_back_the_time_of_the_last_report() {
        Order half = working.apply(report(intent, OrderStatus.PARTIALLY_FILLED, "5", LATER), LATER);

        Order whole = half.apply(report(intent, OrderStatus.FILLED, "10", START), LATER);

        assertThat(whole.state().transactTime()).isEqualTo(LATER);
    }

    @Test
    void an_order_refused_at_the_door_that_the_broker_shows_after_all_is_there() {
        Order rejected = intent.apply(new Rejected(RejectReason.OTHER, "no"), LATER);

        assertThat(rejected.apply(report(intent, OrderStatus.NEW, "0"), LATER).status())
                .isEqualTo(OrderStatus.NEW);
    }

    @Test
    void an_order_that_the_venue_rejected_later_stays_rejected() {
        Order rejected = working.apply(report(intent, OrderStatus.REJECTED, "0"), LATER);

        assertThat(rejected.apply(report(intent, OrderStatus.NEW, "0", LATER), LATER))
                .isSameAs(rejected);
    }

    @Test
    void the_text_of_a_refusal_is_not_overwritten() {
        Order rejected =
                intent.apply(
                        new Rejected(RejectReason.INSUFFICIENT_BUYING_POWER, "no money"), LATER);

        for (ExecutionReport later :
                List.of(
                        new Unresolved("x"),
                        new Throttled("x"),
                        new Resent(),
                        new NeverAccepted("x"),
                        new CancelRequested(),
                        new Rejected(RejectReason.OTHER, "x"))) {
            assertThat(rejected.apply(later, LATER)).isSameAs(rejected);
        }
    }

    @Test
    void what_we_say_ourselves_counts_only_until_the_broker_has_spoken() {
        for (ExecutionReport ours :
                List.of(
                        new Unresolved("x"),
                        new Throttled("x"),
                        new Resent(),
                        new NeverAccepted("x"),
                        new Rejected(RejectReason.OTHER, "x"))) {
            assertThat(working.apply(ours, LATER)).isSameAs(working);
        }
    }

    @Test
    void a_waiting_order_is_canceled_here() {
        Order waiting =
                new Order(
                        intent.id(),
                        intent.clientOrderId(),
                        intent.idempotencyKey(),
                        intent.purpose(),
                        null,
                        null,
                        intent.terms(),
                        OrderState.fresh(OrderStatus.WAITING, ""),
                        START,
                        START,
                        1);

        assertThat(waiting.apply(new CancelRequested(), LATER).status())
                .isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_refused_cancel_leaves_the_order_as_the_broker_has_it() {
        Order pending = working.apply(new CancelRequested(), LATER);

        Order back =
                pending.apply(
                        new CancelRejected("no", report(intent, OrderStatus.NEW, "0", LATER)),
                        LATER);

        assertThat(pending.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(back.status()).isEqualTo(OrderStatus.NEW);
        assertThat(back.state().text()).isEqualTo("no");
        assertThat(back.state().cancelWanted()).isFalse();
    }

    @Test
    void an_unknown_status_word_on_an_order_without_an_answer_means_that_it_arrived() {
        Order arrived =
                intent.apply(
                        new StatusReport(
                                SampleOrders.brokerOrderId(intent),
                                new ReportedStatus.Unrecognized("pondering"),
                                Quantity.of("1"),
                                Price.of("5"),
                                LATER),
                        LATER);

        assertThat(arrived.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(arrived.state().brokerStatus()).isEqualTo("pondering");
    }

    @Test
    void only_a_fresh_intent_can_be_denied() {
        assertThat(intent.denied("rule").status()).isEqualTo(OrderStatus.DENIED);
        assertThatThrownBy(() -> working.denied("rule")).hasMessageContaining("NEW");
    }
}
