package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.RiskFixture.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Intents and their gate: stored, denied or undecided in one step. */
public interface GatedIntentContract extends TestedRisk {
    @Test
    default void an_approved_intent_is_stored_with_its_evidence() {
        Order intent = its().sample().intent();

        IntentOutcome outcome = its().intend(intent, RiskFixture::approve);

        assertThat(outcome).isEqualTo(new IntentOutcome.Stored(intent));
        assertThat(repository().find(intent.id())).contains(intent);
        assertThat(repository().history(intent.id()))
                .containsExactly(OrderEvent.of(intent, EVIDENCE));
    }

    @Test
    default void a_denied_intent_is_stored_as_denied_with_every_code() {
        Order intent = its().sample().intent();
        Denial value = new Denial(DenialReason.ORDER_VALUE, "orderValue", "1200", "<=1000");
        Denial rate = new Denial(DenialReason.ORDER_RATE, "recentOrders", "5", "<5/1s \"before\"");

        IntentOutcome outcome = its().intend(intent, _ -> new Verdict.Denied(List.of(value, rate)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        IntentOutcome.Denied.class,
                        denied -> assertThat(denied.denials()).containsExactly(value, rate));
        Order stored = repository().find(intent.id()).orElseThrow();
        assertThat(stored.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(stored.state().text())
                .isEqualTo(
                        "order_value field=orderValue value=1200 expected=\"<=1000\"; order_rate"
                                + " field=recentOrders value=5 expected=\"<5/1s \\\"before\\\"\"");
    }

    @Test
    default void an_undecided_intent_leaves_no_trace() {
        Order intent = its().sample().intent();
        Verdict.Undecided undecided =
                new Verdict.Undecided(Set.of(MarketView.Need.PRICES), 0, List.of());

        assertThat(its().intend(intent, _ -> undecided))
                .isEqualTo(new IntentOutcome.Undecided(undecided));
        assertThat(repository().find(intent.id())).isEmpty();
        assertThat(its().intend(intent, RiskFixture::approve))
                .isEqualTo(new IntentOutcome.Stored(intent));
    }

    @Test
    default void a_key_that_is_known_is_never_gated_into_a_second_order() {
        Order first = its().sample().intent();
        Order second =
                Order.intent(
                        its().sample().ids().nextOrderId(),
                        its().sample().intent().clientOrderId(),
                        first.idempotencyKey(),
                        first.terms(),
                        SampleOrders.START);
        its().intend(first, RiskFixture::approve);
        Denial denial = new Denial(DenialReason.ORDER_VALUE, "orderValue", "2", "<=1");

        assertThat(its().intend(second, RiskFixture::approve))
                .isEqualTo(new IntentOutcome.AlreadyThere(first));
        assertThat(its().intend(second, _ -> new Verdict.Denied(List.of(denial))))
                .isEqualTo(new IntentOutcome.AlreadyThere(first));
        assertThat(repository().find(second.id())).isEmpty();
    }

    @Test
    default void a_gate_that_fails_stores_nothing_and_the_failure_is_told() {
        Order intent = its().sample().intent();

        assertThatThrownBy(() ->
                        its().intend(
                                        intent,
                                        _ -> {
                                            throw new IllegalStateException("the gate is stuck");
                                        }))
                .hasMessageContaining("the gate is stuck");
        assertThat(repository().find(intent.id())).isEmpty();
    }
}
