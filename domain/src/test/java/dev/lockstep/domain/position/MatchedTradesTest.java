package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.position.MatchedTrades.FeeTrip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Round trips with fees, and the time in which a position was open. */
class MatchedTradesTest {
    private static final Instant START = SampleOrders.START;

    @Test
    void the_fees_of_an_order_are_divided_by_quantity_and_add_up_exactly() {
        MatchedTrades matched =
                MatchedTrades.of(
                        List.of(
                                fill("in", Side.BUY, "3", "10", 0),
                                fill("a", Side.SELL, "1", "11", 1),
                                fill("b", Side.SELL, "1", "11", 2),
                                fill("c", Side.SELL, "1", "11", 3)),
                        List.of(fee("f", "0", "-0.1", "in", 4)));

        assertThat(matched.trips())
                .extracting(FeeTrip::fees)
                .containsExactly(
                        Money.of("-0.033333333"),
                        Money.of("-0.033333334"),
                        Money.of("-0.033333333"));
        assertThat(matched.trips().getFirst().netProfit()).isEqualTo(Money.of("0.966666667"));
        assertThat(matched.otherFees()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_fee_in_coin_ends_the_part_of_its_entry_that_it_took() {
        Adjustment coin = SampleAdjustments.priced(fee("f", "-0.005", "0", "in", 1), "100");

        MatchedTrades matched =
                MatchedTrades.of(
                        List.of(
                                fill("in", Side.BUY, "2", "100", 0),
                                fill("out", Side.SELL, "1.995", "110", 60)),
                        List.of(coin));

        assertThat(matched.trips())
                .singleElement()
                .satisfies(trip -> {
                    assertThat(trip.trip().profit()).isEqualTo(Money.of("19.95"));
                    assertThat(trip.fees()).isEqualTo(Money.of("-0.5"));
                });
        assertThat(matched.otherFees()).isEqualTo(Money.ZERO);
        assertThat(matched.timeInMarket().openSince()).isNull();
        assertThat(matched.timeInMarket().ended()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_fee_in_coin_that_is_booked_after_the_exit_leaves_nothing_open() {
        MatchedTrades matched =
                MatchedTrades.of(
                        List.of(
                                fill("in", Side.BUY, "2", "100", 0),
                                fill("out", Side.SELL, "1.995", "110", 60)),
                        List.of(fee("f", "-0.005", "0", null, 90)));

        assertThat(matched.timeInMarket().openSince()).isNull();
        assertThat(matched.timeInMarket().ended()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void the_time_in_the_market_is_the_share_of_time_with_any_position() {
        MatchedTrades matched =
                MatchedTrades.of(
                        List.of(
                                fill("a", Side.BUY, "1", "10", 0),
                                fill("b", Side.SELL, "1", "10", 10),
                                fill("c", Side.SELL, "1", "10", 30)),
                        List.of());

        assertThat(matched.timeInMarket().share(START.plusSeconds(40))).isEqualByComparingTo("0.5");
        assertThat(TimeInMarket.NONE.share(START)).isNull();
        assertThat(matched.timeInMarket().share(START)).isNull();
    }

    private static Adjustment fee(
            String id, String qty, String cash, @Nullable String order, int second) {
        return SampleAdjustments.of(
                id,
                AdjustmentKind.FEE,
                "ETH/USD",
                qty,
                cash,
                order == null ? null : new BrokerOrderId(order),
                START.plusSeconds(second));
    }

    private static Fill fill(String order, Side side, String qty, String price, int second) {
        return new Fill(
                new ExecutionId("e-" + order + second),
                new BrokerOrderId(order),
                new Symbol("ETH/USD"),
                side,
                Quantity.of(qty),
                Price.of(price),
                Quantity.of(qty),
                null,
                START.plusSeconds(second));
    }
}
