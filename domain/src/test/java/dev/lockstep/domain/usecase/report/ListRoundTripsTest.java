package dev.lockstep.domain.usecase.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Report;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListRoundTripsTest {
    private final InMemoryFills fills = new InMemoryFills();
    private final ListRoundTrips listing = new ListRoundTrips(new InMemoryOrderRepository(), fills);

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

    private static Fill fill(String order, Side side, String qty, String price, int minute) {
        return new Fill(
                new ExecutionId("execution-" + order),
                new BrokerOrderId(order),
                new Symbol("AAPL"),
                side,
                Quantity.of(qty),
                Price.of(price),
                Quantity.of(qty),
                null,
                SampleOrders.START.plus(Duration.ofMinutes(minute)));
    }
}
