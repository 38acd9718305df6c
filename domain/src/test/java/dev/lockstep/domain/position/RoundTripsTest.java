package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");

    private final RoundTrips trips = new RoundTrips();
    private int executions;

    @Test
    void an_exit_closes_the_oldest_quantity_first() {
        trade("one", Side.BUY, "10", "100");
        trade("two", Side.BUY, "10", "110");
        trade("out", Side.SELL, "15", "120");
        assertThat(trips.closed())
                .extracting(RoundTrip::qty, RoundTrip::profit)
                .containsExactly(
                        tuple(Quantity.of("10"), Money.of("200")),
                        tuple(Quantity.of("5"), Money.of("50")));
    }

    @Test
    void parts_of_one_entry_and_one_exit_are_one_round_trip() {
        trade("in", Side.BUY, "4", "100");
        trade("in", Side.BUY, "6", "101");
        trade("out", Side.SELL, "7", "102");
        trade("out", Side.SELL, "3", "103");
        assertThat(trips.closed())
                .singleElement()
                .satisfies(trip -> {
                    assertThat(trip.qty()).isEqualTo(Quantity.of("10"));
                    assertThat(trip.profit()).isEqualTo(Money.of("17"));
                    assertThat(trip.enteredAt()).isEqualTo(START.plusSeconds(1));
                    assertThat(trip.held()).isEqualTo(Duration.ofSeconds(3));
                });
    }

    @Test
    void a_sale_beyond_the_position_opens_a_short_one() {
        trade("in", Side.BUY, "10", "100");
        trade("turn", Side.SELL, "25", "110");
        trade("cover", Side.BUY, "15", "105");
        assertThat(trips.closed())
                .extracting(RoundTrip::entrySide, RoundTrip::profit)
                .containsExactly(
                        tuple(Side.BUY, Money.of("100")), tuple(Side.SELL, Money.of("75")));
    }

    @Test
    void a_fee_in_coin_ends_a_part_of_its_own_entry_without_a_round_trip() {
        trade("one", Side.BUY, "10", "100");
        trade("two", Side.BUY, "10", "110");
        trips.take(AAPL, new BrokerOrderId("two"), Quantity.of("4"));
        trade("out", Side.SELL, "16", "120");
        assertThat(trips.closed())
                .extracting(RoundTrip::entryOrder, RoundTrip::qty)
                .containsExactly(
                        tuple(new BrokerOrderId("one"), Quantity.of("10")),
                        tuple(new BrokerOrderId("two"), Quantity.of("6")));
        assertThat(trips.flat()).isTrue();
    }

    @Test
    void a_fee_in_coin_beyond_its_entry_ends_the_oldest_ones() {
        trade("one", Side.BUY, "10", "100");
        trade("two", Side.BUY, "10", "110");
        trips.take(AAPL, new BrokerOrderId("two"), Quantity.of("13"));
        trade("out", Side.SELL, "7", "120");
        assertThat(trips.closed())
                .singleElement()
                .satisfies(trip -> {
                    assertThat(trip.entryOrder()).isEqualTo(new BrokerOrderId("one"));
                    assertThat(trip.qty()).isEqualTo(Quantity.of("7"));
                });
        assertThat(trips.flat()).isTrue();
    }

    @Test
    void a_fee_in_coin_takes_nothing_of_a_short_position_and_of_none() {
        trips.take(AAPL, null, Quantity.of("1"));
        trade("short", Side.SELL, "10", "100");
        trips.take(AAPL, null, Quantity.of("1"));
        trade("cover", Side.BUY, "10", "90");
        assertThat(trips.closed()).extracting(RoundTrip::qty).containsExactly(Quantity.of("10"));
        assertThat(trips.flat()).isTrue();
    }

    @Test
    void statistics_count_wins_and_losses_and_leave_out_what_is_undefined() {
        assertThat(TripStatistics.of(trips.closed()))
                .satisfies(none -> {
                    assertThat(none.winRate()).isNull();
                    assertThat(none.profitFactor()).isNull();
                    assertThat(none.expectancy()).isNull();
                });
        trade("a", Side.BUY, "1", "100");
        trade("b", Side.SELL, "1", "106");
        trade("c", Side.BUY, "1", "100");
        trade("d", Side.SELL, "1", "98");
        trade("e", Side.BUY, "1", "100");
        trade("f", Side.SELL, "1", "100");
        TripStatistics statistics = TripStatistics.of(trips.closed());
        assertThat(statistics.trips()).isEqualTo(3);
        assertThat(statistics.wins()).isEqualTo(1);
        assertThat(statistics.losses()).isEqualTo(1);
        assertThat(statistics.winRate()).isEqualByComparingTo(new BigDecimal("0.3333"));
        assertThat(statistics.profitFactor()).isEqualByComparingTo("3");
        assertThat(statistics.expectancy()).isEqualTo(Money.of("1.3333"));
        assertThat(statistics.best()).isEqualTo(Money.of("6"));
        assertThat(statistics.worst()).isEqualTo(Money.of("-2"));
    }

    private void trade(String order, Side side, String qty, String price) {
        executions++;
        trips.add(
                new Fill(
                        new ExecutionId("e" + executions),
                        new BrokerOrderId(order),
                        AAPL,
                        side,
                        Quantity.of(qty),
                        Price.of(price),
                        Quantity.of(qty),
                        null,
                        START.plusSeconds(executions)));
    }
}
