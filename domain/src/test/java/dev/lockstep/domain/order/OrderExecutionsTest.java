package dev.lockstep.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderExecutionsTest {
    private static final BrokerOrderId ORDER = new BrokerOrderId("b-1");
    private static final Instant AT = SampleOrders.START.plusSeconds(60);
    private static final Fill FIRST = fill("e-1", "4");
    private static final Fill SECOND = fill("e-2", "6");

    @Test
    void an_execution_counts_as_it_was_reported_until_it_is_corrected() {
        OrderExecutions executions = executions();

        assertThat(executions.current(FIRST)).contains(FIRST);
        assertThat(executions.traded()).isEqualTo(Quantity.of("10"));
    }

    @Test
    void nothing_of_a_busted_execution_counts() {
        OrderExecutions executions = executions(bust("c-1", "e-1", AT));

        assertThat(executions.current(FIRST)).isEmpty();
        assertThat(executions.current(SECOND)).contains(SECOND);
        assertThat(executions.traded()).isEqualTo(Quantity.of("6"));
    }

    @Test
    void the_last_correction_of_a_correction_counts() {
        OrderExecutions executions =
                executions(
                        correction("c-2", "c-1", "3", "102", AT.plusSeconds(1)),
                        correction("c-1", "e-1", "2", "101", AT));

        assertThat(executions.current(FIRST))
                .hasValueSatisfying(fill -> {
                    assertThat(fill.lastQty()).isEqualTo(Quantity.of("3"));
                    assertThat(fill.lastPx()).isEqualTo(Price.of("102"));
                });
    }

    @Test
    void of_two_corrections_of_one_time_the_one_that_corrects_the_other_counts() {
        FillCorrection one = correction("c-1", "e-1", "2", "101", AT);
        FillCorrection two = correction("c-2", "c-1", "3", "102", AT);

        for (OrderExecutions either : List.of(executions(one, two), executions(two, one))) {
            assertThat(either.traded()).isEqualTo(Quantity.of("9"));
        }
    }

    @Test
    void a_correction_to_more_than_was_filled_raises_what_the_order_had_filled() {
        assertThat(executions(correction("c-1", "e-1", "7", "101", AT)).current(FIRST))
                .hasValueSatisfying(fill -> assertThat(fill.cumQty()).isEqualTo(Quantity.of("7")));
        assertThat(executions(correction("c-1", "e-1", "1", "101", AT)).current(FIRST))
                .hasValueSatisfying(fill -> assertThat(fill.cumQty()).isEqualTo(Quantity.of("4")));
    }

    @Test
    void a_correction_is_about_the_execution_that_it_or_an_earlier_correction_names() {
        OrderExecutions executions = executions(correction("c-1", "e-2", "5", "101", AT));

        assertThat(executions.subject(bust("c-2", "e-1", AT))).contains(FIRST);
        assertThat(executions.subject(bust("c-2", "c-1", AT))).contains(SECOND);
        assertThat(executions.subject(bust("c-2", "e-9", AT))).isEmpty();
    }

    @Test
    void a_correction_is_known_if_it_is_stored_or_the_last_one_says_the_same() {
        OrderExecutions executions = executions(correction("c-1", "e-1", "2", "101", AT));

        assertThat(executions.knows(correction("c-1", "e-1", "2", "101", AT))).isTrue();
        assertThat(executions.knows(correction("c-2", "e-1", "2", "101", AT))).isTrue();
        assertThat(executions.knows(correction("c-2", "e-1", "2", "102", AT))).isFalse();
        assertThat(executions.knows(correction("c-2", "e-1", "3", "101", AT))).isFalse();
        assertThat(executions.knows(bust("c-2", "e-1", AT))).isFalse();
        assertThat(executions.knows(correction("c-2", "e-2", "2", "101", AT))).isFalse();
    }

    @Test
    void a_bust_is_known_after_another_bust() {
        OrderExecutions executions = executions(bust("c-1", "e-1", AT));

        assertThat(executions.knows(bust("c-2", "e-1", AT))).isTrue();
        assertThat(executions.knows(correction("c-2", "e-1", "2", "101", AT))).isFalse();
    }

    private static OrderExecutions executions(FillCorrection... corrections) {
        return new OrderExecutions(List.of(FIRST, SECOND), List.of(corrections));
    }

    private static FillCorrection bust(String id, String corrected, Instant at) {
        return FillCorrection.bust(
                new ExecutionId(id), new ExecutionId(corrected), ORDER, at, "evidence");
    }

    private static FillCorrection correction(
            String id, String corrected, String qty, String price, Instant at) {
        return new FillCorrection(
                new ExecutionId(id),
                new ExecutionId(corrected),
                ORDER,
                Quantity.of(qty),
                Price.of(price),
                at,
                "evidence");
    }

    private static Fill fill(String id, String qty) {
        return new Fill(
                new ExecutionId(id),
                ORDER,
                SampleOrders.tenShares().symbol(),
                Side.BUY,
                Quantity.of(qty),
                Price.of("100"),
                Quantity.of(qty),
                null,
                SampleOrders.START);
    }
}
