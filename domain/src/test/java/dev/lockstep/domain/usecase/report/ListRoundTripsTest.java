package dev.lockstep.domain.usecase.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Report;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListRoundTripsTest {
    private final InMemoryFills fills = new InMemoryFills();
    private final FailingRepository repository = new FailingRepository();
    private final ListRoundTrips listing = new ListRoundTrips(repository, fills);

    @Test
    void an_entry_and_its_exits_are_round_trips_with_the_newest_first() {
        fills.addAll(
                List.of(
                        fill("1", Side.BUY, "10", "100", 0),
                        fill("2", Side.SELL, "4", "110", 1),
                        fill("3", Side.SELL, "6", "90", 2)));

        Report report = listing.list();

        assertThat(report.newest())
                .extracting(trip -> trip.trip().profit())
                .containsExactly(Money.of("-60"), Money.of("40"));
        assertThat(report.newest().getFirst().exit()).isNull();
        assertThat(report.statistics().trips()).isEqualTo(2);
    }

    @Test
    void the_profit_of_a_day_is_that_of_the_round_trips_that_closed_on_it_in_new_york() {
        int minutesToNextDay = 15 * 60;
        fills.addAll(
                List.of(
                        fill("1", Side.BUY, "10", "100", 0),
                        fill("2", Side.SELL, "4", "110", 1),
                        fill("3", Side.SELL, "1", "90", 2),
                        fill("4", Side.SELL, "5", "101", minutesToNextDay)));

        LocalDate first = DayTrades.dayOf(SampleOrders.START);
        assertThat(listing.list().days())
                .containsExactly(
                        new ListRoundTrips.Day(first, 2, Money.of("30")),
                        new ListRoundTrips.Day(first.plusDays(1), 1, Money.of("5")));
    }

    @Test
    void what_is_still_held_is_no_round_trip() {
        fills.addAll(List.of(fill("1", Side.BUY, "10", "100", 0)));

        assertThat(listing.list().newest()).isEmpty();
    }

    @Test
    void a_report_lists_a_bounded_number_of_round_trips_and_counts_all() {
        int trips = ListRoundTrips.MAX_TRIPS + 1;
        for (int trip = 0; trip < trips; trip++) {
            fills.addAll(
                    List.of(
                            fill("b" + trip, Side.BUY, "1", "100", 2 * trip),
                            fill("s" + trip, Side.SELL, "1", "101", 2 * trip + 1)));
        }

        Report report = listing.list();

        assertThat(report.newest()).hasSize(ListRoundTrips.MAX_TRIPS);
        assertThat(report.statistics().trips()).isEqualTo(trips);
        assertThat(listing.all()).hasSize(trips);
    }

    @Test
    void the_fees_of_round_trips_and_the_others_add_up_to_all_fees() {
        fills.addAll(
                List.of(fill("1", Side.BUY, "3", "100", 0), fill("2", Side.SELL, "1", "110", 1)));
        repository
                .adjustments()
                .addAll(
                        List.of(
                                fee("f1", "AAPL", "-0.10", new BrokerOrderId("1")),
                                fee("f2", "AAPL", "-0.02", new BrokerOrderId("2")),
                                fee("f3", null, "-0.05", null)));

        Report report = listing.list();

        assertThat(report.newest().getFirst().fees()).isEqualTo(Money.of("-0.053333333"));
        assertThat(report.fees()).isEqualTo(Money.of("-0.053333333"));
        assertThat(report.fees().plus(Objects.requireNonNull(report.otherFees())))
                .isEqualTo(Money.of("-0.17"));
    }

    @Test
    void the_figures_of_a_filter_are_of_all_round_trips_that_it_selects() {
        int trips = ListRoundTrips.MAX_TRIPS + 1;
        SampleOrders sample = new SampleOrders();
        StrategyId strategy = new StrategyId("trend");
        Order entry = sample.intent(SampleOrders.tenShares().with(strategy));
        repository.add(entry, Evidence.local("test"));
        repository.update(
                OrderUpdate.applying(
                        entry.id(),
                        SampleOrders.report(entry, OrderStatus.FILLED, "10"),
                        SampleOrders.START,
                        Evidence.local("test")));
        fills.addAll(
                List.of(
                        fill("k1", "KO", Side.BUY, "1", "50", 0),
                        fill("k2", "KO", Side.SELL, "1", "40", 1),
                        fill(
                                SampleOrders.brokerOrderId(entry).value(),
                                "AAPL",
                                Side.BUY,
                                "2",
                                "100",
                                2),
                        fill("a2", "AAPL", Side.SELL, "2", "103", 3)));
        for (int trip = 0; trip < trips; trip++) {
            fills.addAll(
                    List.of(
                            fill("b" + trip, Side.BUY, "1", "100", 2 * trip + 4),
                            fill("s" + trip, Side.SELL, "1", "101", 2 * trip + 5)));
        }

        Report coke = listing.list(new TripFilter(new Symbol("KO"), null));
        Report trend = listing.list(new TripFilter(null, strategy));

        assertThat(coke.statistics().gained().plus(coke.statistics().lost()))
                .isEqualTo(Money.of("-10"));
        assertThat(coke.newest()).hasSize(1);
        assertThat(coke.days()).hasSize(1);
        assertThat(coke.otherFees()).isNull();
        assertThat(trend.statistics().gained()).isEqualTo(Money.of("6"));
        assertThat(listing.list(new TripFilter(new Symbol("KO"), strategy)).newest()).isEmpty();
        assertThat(listing.list().statistics().trips()).isEqualTo(trips + 2);
    }

    private static Adjustment fee(
            String id, @Nullable String symbol, String cash, @Nullable BrokerOrderId order) {
        return SampleAdjustments.of(
                id,
                AdjustmentKind.FEE,
                symbol,
                "0",
                cash,
                order,
                SampleOrders.START.plus(Duration.ofHours(1)));
    }

    private static Fill fill(String order, Side side, String qty, String price, int minute) {
        return fill(order, "AAPL", side, qty, price, minute);
    }

    private static Fill fill(
            String order, String symbol, Side side, String qty, String price, int minute) {
        return new Fill(
                new ExecutionId("execution-" + order),
                new BrokerOrderId(order),
                new Symbol(symbol),
                side,
                Quantity.of(qty),
                Price.of(price),
                Quantity.of(qty),
                null,
                SampleOrders.START.plus(Duration.ofMinutes(minute)));
    }
}
