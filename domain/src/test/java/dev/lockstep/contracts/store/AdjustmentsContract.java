package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of adjustments promises. */
public abstract class AdjustmentsContract {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol BTC = new Symbol("BTC/USD");

    private final SampleOrders sample = new SampleOrders();

    /** An empty store. */
    protected abstract OrderRepository repository();

    @Test
    void an_adjustment_is_kept_once_with_all_that_was_told_of_it() {
        Adjustment fee =
                SampleAdjustments.priced(
                        SampleAdjustments.of(
                                "a-1",
                                AdjustmentKind.FEE,
                                "BTC/USD",
                                "-0.00025",
                                "0",
                                new BrokerOrderId("b-1"),
                                SampleOrders.START),
                        "100.5");
        Adjustment interest =
                SampleAdjustments.of("a-2", AdjustmentKind.INTEREST, null, "0", "-1.25");

        assertThat(adjustments().addAll(List.of(fee, interest))).isEqualTo(2);
        assertThat(adjustments().addAll(List.of(interest, fee))).isZero();

        assertThat(adjustments().list(AdjustmentQuery.all()))
                .containsExactly(new Entry(1, fee), new Entry(2, interest));
        assertThat(adjustments().unknown(List.of(fee, split("a-3", "10"))))
                .containsExactly(split("a-3", "10"));
    }

    @Test
    void an_adjustment_stays_as_it_was_first_stored() {
        adjustments().addAll(List.of(split("a-1", "10")));
        adjustments().addAll(List.of(split("a-1", "20"), split("a-1", "30")));

        assertThat(adjustments().list(AdjustmentQuery.all()))
                .containsExactly(new Entry(1, split("a-1", "10")));
        assertThat(repository().holdings().of(AAPL)).isEqualTo(NetQuantity.of("10"));
    }

    @Test
    void pages_follow_each_other_in_both_directions_and_by_instrument() {
        adjustments()
                .addAll(
                        List.of(
                                split("a-1", "1"),
                                fee("a-2", "-0.1"),
                                split("a-3", "2"),
                                split("a-4", "3")));

        AdjustmentQuery newest = AdjustmentQuery.all().of(AAPL).newest().limit(2);
        assertThat(adjustments().list(newest)).extracting(Entry::number).containsExactly(4L, 3L);
        assertThat(adjustments().list(newest.after(3)))
                .extracting(Entry::number)
                .containsExactly(1L);
        assertThat(adjustments().list(AdjustmentQuery.all().limit(2).after(1)))
                .extracting(Entry::number)
                .containsExactly(2L, 3L);
        assertThatThrownBy(() -> AdjustmentQuery.all().limit(1_001))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void what_is_stored_of_an_entry_has_its_corrections_and_no_others() {
        ActivityId id = new ActivityId("a-1");
        adjustments()
                .addAll(
                        List.of(
                                split("a-1", "10"),
                                split("a-10", "1"),
                                split("a-2", "1"),
                                split(id.revision(1).value(), "-3"),
                                split(id.revision(2).value(), "2")));

        assertThat(adjustments().of(List.of(id, new ActivityId("none"))))
                .extracting(each -> each.quantity().toString())
                .containsExactly("10", "-3", "2");
        assertThat(id.revision(2).corrected()).isEqualTo(id);
    }

    @Test
    void adjustments_are_listed_by_kind_and_from_a_time_on() {
        adjustments()
                .addAll(
                        List.of(
                                at("a-1", AdjustmentKind.FEE, 5),
                                at("a-2", AdjustmentKind.DIVIDEND, 6),
                                at("a-3", AdjustmentKind.FEE, 7),
                                at("a-4", AdjustmentKind.FEE, 8)));

        AdjustmentQuery fees = AdjustmentQuery.all().of(AdjustmentKind.FEE).limit(2);
        assertThat(adjustments().list(fees)).extracting(Entry::number).containsExactly(1L, 3L);
        assertThat(adjustments().list(fees.after(3))).extracting(Entry::number).containsExactly(4L);
        AdjustmentQuery since = AdjustmentQuery.all().since(SampleOrders.START.plusSeconds(7));
        assertThat(adjustments().list(since)).extracting(Entry::number).containsExactly(3L, 4L);
        assertThat(adjustments().list(since.of(AAPL).of(AdjustmentKind.DIVIDEND))).isEmpty();
        assertThat(adjustments().list(since.of(AAPL).newest().limit(1)))
                .extracting(Entry::number)
                .containsExactly(4L);
    }

    @Test
    void what_is_held_counts_adjustments_before_and_after_the_first_question() {
        Order order = filled("10");
        adjustments().addAll(List.of(split("a-1", "10")));
        assertThat(repository().holdings().of(AAPL)).isEqualTo(NetQuantity.of("20"));

        adjustments().addAll(List.of(split("a-2", "-5"), fee("a-3", "-0.25")));

        assertThat(repository().holdings().of(AAPL)).isEqualTo(NetQuantity.of("15"));
        assertThat(repository().holdings().of(BTC)).isEqualTo(NetQuantity.of("-0.25"));
        repository()
                .update(
                        new OrderUpdate(
                                order.id(),
                                stored ->
                                        stored.apply(
                                                SampleOrders.report(
                                                        stored, OrderStatus.FILLED, "10"),
                                                SampleOrders.START),
                                Evidence.local("test")));
        assertThat(repository().holdings().of(AAPL)).isEqualTo(NetQuantity.of("15"));
    }

    @Test
    void how_far_the_broker_was_asked_is_noted_and_never_goes_back() {
        assertThat(adjustments().completeUntil()).isEmpty();

        adjustments().completeUntil(SampleOrders.START.plusNanos(7));
        adjustments().completeUntil(SampleOrders.START);

        assertThat(adjustments().completeUntil()).contains(SampleOrders.START.plusNanos(7));
    }

    private Order filled(String quantity) {
        Order order = sample.intent();
        repository().add(order, Evidence.local("test"));
        repository()
                .update(
                        new OrderUpdate(
                                order.id(),
                                stored ->
                                        stored.apply(
                                                SampleOrders.report(
                                                        stored,
                                                        OrderStatus.PARTIALLY_FILLED,
                                                        quantity),
                                                SampleOrders.START),
                                Evidence.local("test")));
        return order;
    }

    private Adjustments adjustments() {
        return repository().adjustments();
    }

    private static Adjustment at(String id, AdjustmentKind kind, int second) {
        return SampleAdjustments.of(
                id, kind, "AAPL", "0", "-1", null, SampleOrders.START.plusSeconds(second));
    }

    private static Adjustment split(String id, String quantity) {
        return SampleAdjustments.of(id, AdjustmentKind.SPLIT, "AAPL", quantity, "0");
    }

    private static Adjustment fee(String id, String quantity) {
        return SampleAdjustments.of(id, AdjustmentKind.FEE, "BTC/USD", quantity, "0");
    }
}
