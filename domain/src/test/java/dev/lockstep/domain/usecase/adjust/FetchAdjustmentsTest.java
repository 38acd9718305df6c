package dev.lockstep.domain.usecase.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeAccountHistory;
import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.usecase.FailingRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchAdjustmentsTest {
    private static final Instant START = SampleOrders.START;
    private static final BrokerOrderId BOUGHT = new BrokerOrderId("b-1");

    private final FailingRepository repository = new FailingRepository();
    private final InMemoryFills fills = new InMemoryFills();
    private final FakeAccountHistory history = new FakeAccountHistory();
    private final TestClock clock = new TestClock();
    private final FetchAdjustments fetchAdjustments =
            new FetchAdjustments(repository, fills, history, clock);

    @BeforeEach
    void firstOrder() {
        repository.add(new SampleOrders().intent(), Evidence.local("test"));
    }

    @Test
    void each_adjustment_is_kept_once_and_what_was_booked_before_the_first_order_is_left() {
        history.add(interest("old", START.minus(Duration.ofDays(1))));
        history.add(interest("i-1", START.plusSeconds(1)));

        assertThat(fresh(false)).isEqualTo(1);
        assertThat(fresh(false)).isEqualTo(0);

        assertThat(kept()).extracting(each -> each.id().value()).containsExactly("i-1");
    }

    @Test
    void a_fee_is_found_although_the_clock_was_ahead_when_the_first_orders_were_created() {
        FailingRepository orders = new FailingRepository();
        SampleOrders sample = new SampleOrders();
        Order neverSent = sample.intent();
        Order sent = sample.intent();
        orders.add(neverSent, Evidence.local("test"));
        orders.add(sent, Evidence.local("test"));
        Instant brokersTime = START.minus(Duration.ofHours(1));
        orders.update(
                new OrderUpdate(
                        sent.id(),
                        order ->
                                order.apply(
                                        SampleOrders.report(
                                                order, OrderStatus.NEW, "0", brokersTime),
                                        START),
                        Evidence.local("test")));
        clock.step(Duration.ofMinutes(-59));
        history.add(interest("i-1", brokersTime.plusSeconds(1)));

        FetchAdjustments reading = new FetchAdjustments(orders, fills, history, clock);

        assertThat(found(reading.fetch()).fresh()).isEqualTo(1);
    }

    @Test
    void one_that_is_booked_days_late_is_found_by_the_next_deep_reading() {
        clock.pass(Duration.ofDays(3));
        history.add(interest("known", clock.instant()));
        fetchAdjustments.fetch();
        history.add(interest("late", START.plusSeconds(5)));

        clock.pass(Duration.ofMinutes(4));
        assertThat(fresh(true)).isEqualTo(0);
        clock.pass(Duration.ofMinutes(1));
        assertThat(fresh(true)).isEqualTo(1);
    }

    @Test
    void one_that_is_booked_while_our_clock_is_ahead_is_found_at_once() {
        clock.pass(Duration.ofDays(6));
        Instant brokersTime = clock.instant();
        history.add(interest("known", brokersTime));
        fetchAdjustments.fetch();
        clock.step(Duration.ofDays(5));
        fetchAdjustments.fetch();
        history.add(interest("i-1", brokersTime.plusSeconds(5)));

        clock.pass(Duration.ofSeconds(30));

        assertThat(fresh(false)).isEqualTo(1);
    }

    @Test
    void a_failed_reading_keeps_nothing_and_the_next_one_begins_where_it_began() {
        history.down(true);
        assertThat(fetchAdjustments.fetch()).isInstanceOf(FetchResult.Failed.class);
        assertThat(repository.adjustments().completeUntil()).isEmpty();

        history.down(false);
        history.add(interest("i-1", START.plusSeconds(1)));
        assertThat(fresh(false)).isEqualTo(1);
    }

    @Test
    void a_fee_is_given_to_the_order_whose_execution_fits_at_once() {
        fills.addAll(
                List.of(
                        fill("e-1", "b-1", "1", "100", START.plusSeconds(1)),
                        fill("e-2", "b-2", "1", "100", START.plusSeconds(2))));
        history.add(fee("f-1", "-0.0025", "100", START.plusSeconds(2)));

        fetchAdjustments.fetch();

        assertThat(kept().getFirst().orderId()).isEqualTo(new BrokerOrderId("b-2"));
    }

    @Test
    void a_fee_of_the_next_day_is_given_to_the_one_order_of_its_price_and_size() {
        fills.addAll(
                List.of(
                        fill("e-1", "b-1", "1", "100", START.plusSeconds(1)),
                        fill("e-2", "b-2", "1", "101", START.plusSeconds(2)),
                        fill("e-3", "b-3", "0.001", "100", START.plusSeconds(3))));
        clock.pass(Duration.ofDays(1));
        history.add(fee("f-1", "-0.0025", "100", START.plus(Duration.ofHours(20))));

        fetchAdjustments.fetch();

        assertThat(kept().getFirst().orderId()).isEqualTo(new BrokerOrderId("b-1"));
    }

    @Test
    void a_fee_that_fits_several_orders_is_given_to_none_of_them() {
        fills.addAll(
                List.of(
                        fill("e-1", "b-1", "1", "100", START.plusSeconds(1)),
                        fill("e-2", "b-2", "1", "100", START.plusSeconds(2))));
        clock.pass(Duration.ofDays(1));
        history.add(fee("f-1", "-0.0025", null, START.plus(Duration.ofHours(20))));

        fetchAdjustments.fetch();

        assertThat(kept().getFirst().orderId()).isNull();
    }

    @Test
    void an_entry_that_the_broker_cancels_is_taken_back_by_an_adjustment_of_its_own() {
        Adjustment fee = fee("f-1", "-0.0025", "100", START.plusSeconds(2)).of(BOUGHT);
        history.add(fee);
        fetchAdjustments.fetch();

        history.remove(fee);
        history.add(SampleAdjustments.of("f-1", AdjustmentKind.OTHER, null, "0", "0"));
        assertThat(fresh(false)).isEqualTo(1);
        assertThat(fresh(false)).isZero();

        assertThat(kept()).extracting(each -> each.id().value()).containsExactly("f-1", "f-1~1");
        assertThat(kept().getFirst()).isEqualTo(fee);
        assertThat(kept().getLast().kind()).isEqualTo(AdjustmentKind.FEE);
        assertThat(kept().getLast().orderId()).isEqualTo(BOUGHT);
        assertThat(repository.holdings().of(new Symbol("BTC/USD")).flat()).isTrue();
    }

    @Test
    void each_correction_of_an_entry_is_the_difference_to_what_is_stored() {
        for (String cash : List.of("-1", "-3", "-2.5", "-1")) {
            history.clear();
            history.add(
                    SampleAdjustments.of(
                            "i-1", AdjustmentKind.INTEREST, null, "0", cash, null, START));
            assertThat(fresh(false)).isEqualTo(1);
        }

        assertThat(kept())
                .extracting(each -> each.cash().toString())
                .containsExactly("-1", "-2", "0.5", "1.5");
    }

    @Test
    void an_entry_that_was_read_once_keeps_its_amounts_while_it_cannot_be_read() {
        history.add(interest("i-1", START));
        fetchAdjustments.fetch();

        history.clear();
        history.add(unreadable("i-1"));
        assertThat(fresh(false)).isZero();
    }

    @Test
    void an_unreadable_entry_is_kept_and_reported_and_counted_once_it_can_be_read() {
        history.add(unreadable("i-1"));
        history.add(interest("i-2", START));

        assertThat(found(false).fresh()).isEqualTo(2);
        assertThat(found(false).unreadable())
                .extracting(UnreadableItem::brokerId)
                .containsExactly("i-1");
        history.clear();
        history.add(interest("i-1", START));
        assertThat(found(false).fresh()).isEqualTo(1);
        assertThat(kept().getLast().cash()).isEqualTo(Money.of("-1"));
        assertThat(found(false).unreadable()).isEmpty();
    }

    private static Adjustment unreadable(String id) {
        Adjustment each = interest(id, START);
        return new Adjustment(
                each.id(),
                AdjustmentKind.OTHER,
                Adjustment.UNREADABLE,
                null,
                NetQuantity.FLAT,
                Money.ZERO,
                null,
                null,
                "cannot be read: qty",
                START,
                "{\"qty\":\"x\"}");
    }

    private int fresh(boolean missed) {
        return found(missed).fresh();
    }

    private FetchedAdjustments found(boolean missed) {
        return found(fetchAdjustments.fetch(missed));
    }

    private static FetchedAdjustments found(FetchResult<FetchedAdjustments> fetched) {
        return switch (fetched) {
            case FetchResult.Complete<FetchedAdjustments>(FetchedAdjustments found) -> found;
            case FetchResult.Failed<FetchedAdjustments>(BrokerFault fault) ->
                    throw new AssertionError(fault);
        };
    }

    private List<Adjustment> kept() {
        return repository.adjustments().list(AdjustmentQuery.all()).stream()
                .map(Entry::adjustment)
                .toList();
    }

    private static Adjustment interest(String id, Instant at) {
        return SampleAdjustments.of(id, AdjustmentKind.INTEREST, null, "0", "-1", null, at);
    }

    private static Adjustment fee(String id, String quantity, @Nullable String price, Instant at) {
        Adjustment fee =
                SampleAdjustments.of(id, AdjustmentKind.FEE, "BTC/USD", quantity, "0", null, at);
        return price == null ? fee : SampleAdjustments.priced(fee, price);
    }

    private static Fill fill(String id, String order, String quantity, String price, Instant at) {
        return new Fill(
                new ExecutionId(id),
                new BrokerOrderId(order),
                new Symbol("BTC/USD"),
                Side.BUY,
                Quantity.of(quantity),
                Price.of(price),
                Quantity.of(quantity),
                Quantity.ZERO,
                at);
    }
}
