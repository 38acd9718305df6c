package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.store.Fills;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of executions promises. */
public abstract class FillsContract {
    private static final BrokerOrderId ONE = new BrokerOrderId("b-1");

    /** An empty store. */
    protected abstract Fills fills();

    @Test
    void an_execution_counts_once_however_often_it_is_told() {
        Fill first = fill("e-1", "b-1", "4", "4");
        Fill second = fill("e-2", "b-1", "6", "10");

        assertThat(fills().addAll(List.of(second, first))).isEqualTo(2);
        assertThat(fills().addAll(List.of(first, second, fill("e-3", "b-2", "1", "1"))))
                .isEqualTo(1);

        assertThat(fills().of(ONE)).containsExactly(first, second);
    }

    @Test
    void an_execution_stays_as_it_was_first_told() {
        Fill first = fill("e-1", "b-1", "4", "4");
        fills().addAll(List.of(first));
        fills().addAll(List.of(fill("e-1", "b-1", "5", "5")));

        assertThat(fills().of(ONE)).containsExactly(first);
    }

    @Test
    void an_execution_that_the_stream_and_the_activities_name_differently_counts_once() {
        Fill streamed = fill("stream-1", "b-1", "4", "4");
        Fill listed = fill("activity-1", "b-1", "4", "4");
        Fill next = fill("activity-2", "b-1", "6", "10");

        assertThat(fills().addAll(List.of(streamed))).isEqualTo(1);
        assertThat(fills().addAll(List.of(listed, next, listed))).isEqualTo(1);

        assertThat(fills().of(ONE)).containsExactly(streamed, next);
    }

    @Test
    void an_execution_of_which_the_rest_is_not_told_is_kept_so() {
        Fill untold =
                new Fill(
                        new ExecutionId("e-9"),
                        ONE,
                        new Symbol("AAPL"),
                        Side.SELL,
                        Quantity.of("0.5"),
                        Price.of("12.345"),
                        Quantity.of("0.5"),
                        null,
                        SampleOrders.START);

        fills().addAll(List.of(untold));

        assertThat(fills().of(ONE)).containsExactly(untold);
    }

    @Test
    void the_executions_of_many_orders_are_read_together() {
        Fill first = fill("e-1", "b-1", "4", "4");
        Fill other = fill("e-3", "b-2", "1", "1");
        fills().addAll(List.of(first, other));
        Set<BrokerOrderId> ids = new HashSet<>(Set.of(ONE, new BrokerOrderId("b-2")));
        for (int i = 0; i < 1_000; i++) {
            ids.add(new BrokerOrderId("none-" + i));
        }

        Map<BrokerOrderId, OrderExecutions> read = fills().executions(ids);

        assertThat(read).containsOnlyKeys(ids);
        assertThat(read.get(ONE)).isEqualTo(fills().executions(ONE));
        assertThat(read.get(new BrokerOrderId("none-7")))
                .isEqualTo(new OrderExecutions(List.of(), List.of()));
    }

    @Test
    void executions_between_two_times_are_told_both_included() {
        Fill first = fill("e-1", "b-1", "4", "4");
        fills().addAll(List.of(fill("e-2", "b-1", "6", "10"), first));

        assertThat(fills().between(SampleOrders.START, SampleOrders.START)).hasSize(2);
        assertThat(fills().between(SampleOrders.START, SampleOrders.START).getFirst())
                .isEqualTo(first);
        assertThat(
                        fills().between(
                                        SampleOrders.START.plusNanos(1),
                                        SampleOrders.START.plusSeconds(9)))
                .isEmpty();
    }

    @Test
    void how_far_the_broker_was_asked_is_noted_and_never_goes_back() {
        Fills fills = fills();
        assertThat(fills.completeUntil()).isEmpty();

        fills.addAll(List.of(fill("e-1", "b-1", "4", "4")));
        assertThat(fills.completeUntil()).isEmpty();

        fills.completeUntil(SampleOrders.START.plusNanos(7));
        fills.completeUntil(SampleOrders.START);
        assertThat(fills.completeUntil()).contains(SampleOrders.START.plusNanos(7));

        fills.completeUntil(SampleOrders.START.plusSeconds(1));
        assertThat(fills.completeUntil()).contains(SampleOrders.START.plusSeconds(1));
    }

    @Test
    void a_busted_execution_counts_no_more_and_stays_as_it_was_reported() {
        Fill first = fill("e-1", "b-1", "4", "4");
        Fill second = fill("e-2", "b-1", "6", "10");
        fills().addAll(List.of(first, second));

        FillCorrection bust = bust("c-1", "e-2");
        assertThat(fills().correct(List.of(bust))).containsExactly(bust);

        assertThat(fills().of(ONE)).containsExactly(first);
        assertThat(fills().executions(ONE).reported()).containsExactly(first, second);
        assertThat(fills().executions(ONE).corrections()).containsExactly(bust);
        assertThat(fills().executions(ONE).traded()).isEqualTo(Quantity.of("4"));
        assertThat(fills().between(SampleOrders.START, SampleOrders.START)).containsExactly(first);
    }

    @Test
    void a_corrected_execution_counts_with_its_new_quantity_and_price() {
        fills().addAll(List.of(fill("e-1", "b-1", "4", "4")));

        fills().correct(List.of(correction("c-1", "e-1", "3", "188.5")));

        assertThat(fills().of(ONE))
                .singleElement()
                .satisfies(fill -> {
                    assertThat(fill.executionId()).isEqualTo(new ExecutionId("e-1"));
                    assertThat(fill.lastQty()).isEqualTo(Quantity.of("3"));
                    assertThat(fill.lastPx()).isEqualTo(Price.of("188.5"));
                });
    }

    @Test
    void a_correction_counts_once_however_often_and_under_whatever_name_it_is_reported() {
        fills().addAll(List.of(fill("e-1", "b-1", "4", "4")));
        FillCorrection first = correction("c-1", "e-1", "3", "188.5");

        assertThat(fills().correct(List.of(first, first))).containsExactly(first);
        assertThat(fills().correct(List.of(correction("c-2", "e-1", "3", "188.5")))).isEmpty();
        FillCorrection bust = bust("c-3", "c-1");
        assertThat(fills().correct(List.of(bust))).containsExactly(bust);
        assertThat(fills().correct(List.of(first, bust))).isEmpty();

        assertThat(fills().of(ONE)).isEmpty();
    }

    @Test
    void a_correction_that_is_reported_before_its_execution_counts() {
        fills().correct(List.of(bust("c-1", "e-1")));

        fills().addAll(List.of(fill("e-1", "b-1", "4", "4")));

        assertThat(fills().of(ONE)).isEmpty();
    }

    @Test
    void after_a_bust_the_same_quantity_may_trade_again() {
        fills().addAll(List.of(fill("e-1", "b-1", "4", "4")));
        fills().correct(List.of(bust("c-1", "e-1")));
        Fill again = fill("e-2", "b-1", "4", "4");

        assertThat(fills().addAll(List.of(again))).isEqualTo(1);
        assertThat(fills().of(ONE)).containsExactly(again);
    }

    private static FillCorrection bust(String id, String corrected) {
        return FillCorrection.bust(
                new ExecutionId(id), new ExecutionId(corrected), ONE, SampleOrders.START, "{}");
    }

    private static FillCorrection correction(String id, String corrected, String qty, String px) {
        return new FillCorrection(
                new ExecutionId(id),
                new ExecutionId(corrected),
                ONE,
                Quantity.of(qty),
                Price.of(px),
                SampleOrders.START,
                "{}");
    }

    private static Fill fill(String id, String order, String lastQty, String cumQty) {
        return SampleFills.fill(id, new BrokerOrderId(order), lastQty, cumQty);
    }
}
