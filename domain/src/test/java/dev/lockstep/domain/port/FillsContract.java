package dev.lockstep.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.ExecutionId;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import java.util.List;
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

    private static Fill fill(String id, String order, String lastQty, String cumQty) {
        return SampleFills.fill(id, new BrokerOrderId(order), lastQty, cumQty);
    }
}
