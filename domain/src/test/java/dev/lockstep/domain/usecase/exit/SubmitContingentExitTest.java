package dev.lockstep.domain.usecase.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.value.InvalidValueException;
import org.junit.jupiter.api.Test;

/** Requests for held exits: against their entry, and together for no more than it opens. */
class SubmitContingentExitTest extends HeldExitFixture {
    @Test
    void all_exits_of_one_entry_together_are_for_no_more_than_it_opens() {
        Order entry = entry();

        assertThat(submitExit.submit(entry.id(), stop("6")))
                .isInstanceOf(SubmitResult.Submitted.class);
        assertThat(submitExit.submit(entry.id(), stop("5")))
                .isInstanceOfSatisfying(
                        SubmitResult.Denied.class,
                        denied -> {
                            assertThat(denied.denials())
                                    .extracting(Denial::reason)
                                    .containsExactly(DenialReason.EXIT_QUANTITY);
                            assertThat(denied.order().status()).isEqualTo(OrderStatus.DENIED);
                        });
        assertThat(submitExit.submit(entry.id(), stop("4")))
                .isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void an_entry_that_brings_its_own_exits_takes_no_others() {
        NewOrder bracket =
                SampleOrders.tenShares()
                        .with(
                                new OrderClass.Bracket(
                                        new ExitLeg.TakeProfit(Price.of("210")),
                                        new ExitLeg.StopLoss(Price.of("150"), null)));
        Order entry = submitOrder.submit(bracket).order();

        assertThat(submitExit.submit(entry.id(), stop("10")))
                .isInstanceOf(SubmitResult.Denied.class);
    }

    @Test
    void an_exit_trades_against_its_entry_and_no_more() {
        Order entry = entry();

        assertThatThrownBy(() -> exit(entry, "11"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("qty");
        IdempotencyKey key = new IdempotencyKey("more");
        assertThatThrownBy(() -> submitExit.submit(entry.id(), entry.terms(), key))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("side");
    }
}
