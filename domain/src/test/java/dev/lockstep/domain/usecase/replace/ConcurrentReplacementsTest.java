package dev.lockstep.domain.usecase.replace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replacements next to another change of the same order: one of them is sent. */
class ConcurrentReplacementsTest extends ReplaceFixture {
    @Test
    void while_a_replacement_is_unanswered_no_other_goes_out_whatever_a_sync_says_of_the_old() {
        Order old = working();
        broker.nextReplace(new ReplaceAnswer.Unresolved("timeout", ANSWER));
        sent(replaceOrder.replace(old.id(), limit("101")));
        syncOrders.sync();
        assertThat(stored(old).status()).isEqualTo(OrderStatus.NEW);

        assertThat(reasons(replaceOrder.replace(old.id(), limit("102"))))
                .containsExactly(DenialReason.REPLACED_STATE);
    }

    @Test
    void of_two_replacements_that_saw_the_same_order_one_goes_out() {
        Order old = working();
        List<ReplaceResult> inner = new ArrayList<>();
        repository.onAdd(() -> {
            repository.onAdd(() -> {});
            inner.add(replaceOrder.replace(old.id(), limit("102")));
        });

        ReplaceResult outer = replaceOrder.replace(old.id(), limit("101"));

        assertThat(broker.replacements().size()).isLessThanOrEqualTo(1);
        assertThat(List.of(outer, inner.getFirst()))
                .anyMatch(ReplaceResult.Denied.class::isInstance);
    }

    @Test
    void of_two_replacements_past_the_rules_the_one_that_claims_the_old_order_goes_out() {
        Order old = working();
        repository.onAdd(() -> {
            repository.onAdd(() -> {});
            new CancelOrder(repository, broker, clock).cancel(old.id());
        });

        ReplaceResult result = replaceOrder.replace(old.id(), limit("101"));

        assertThat(reasons(result)).containsExactly(DenialReason.REPLACED_STATE);
        assertThat(broker.replacements()).isEmpty();
        assertThat(repository.replacements(old.id()))
                .extracting(Order::status)
                .containsExactly(OrderStatus.DENIED);
    }

    @Test
    void an_acknowledgement_while_the_rules_are_checked_does_not_stop_a_replacement() {
        Order old = working();
        repository.onAdd(() -> {
            repository.onAdd(() -> {});
            broker.set(old, OrderStatus.SUSPENDED, "0");
            syncOrders.sync();
        });

        ReplaceResult result = replaceOrder.replace(old.id(), limit("101"));

        assertThat(result).isInstanceOf(ReplaceResult.Sent.class);
        assertThat(broker.replacements()).hasSize(1);
    }
}
