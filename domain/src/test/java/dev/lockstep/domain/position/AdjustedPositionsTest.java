package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdjustedPositionsTest {
    private static final StrategyId TREND = new StrategyId("trend");
    private static final StrategyId PAIRS = new StrategyId("pairs");
    private static final Symbol AAPL = new Symbol("AAPL");

    private final SampleOrders sample = new SampleOrders();
    private long second;

    @Test
    void a_fee_in_coin_follows_its_order_and_is_lost_at_its_cost() {
        Order ofTrend = traded(TREND, Side.BUY, "1", "100");
        Order ofPairs = traded(PAIRS, Side.BUY, "3", "100");
        List<Adjustment> fees =
                List.of(fee("f-1", "-0.0025", ofTrend), fee("f-2", "-0.0075", ofPairs));

        StrategyHoldings held = StrategyHoldings.of(List.of(ofTrend, ofPairs), fees);
        AverageCost cost = Profits.of(List.of(ofTrend, ofPairs), fees).of(AAPL);

        assertThat(held.of(TREND)).isEqualTo(NetQuantity.of("0.9975"));
        assertThat(held.of(PAIRS)).isEqualTo(NetQuantity.of("2.9925"));
        assertThat(cost.openQty()).isEqualTo(NetQuantity.of("3.99"));
        assertThat(cost.realized()).isEqualTo(Money.of("-1"));
        assertThat(cost.avgPx()).isEqualTo(Price.of("100"));
    }

    @Test
    void a_fee_of_an_unknown_order_follows_what_each_strategy_has_bought() {
        List<Order> orders =
                List.of(traded(TREND, Side.BUY, "1", "100"), traded(PAIRS, Side.BUY, "3", "100"));

        StrategyHoldings held =
                StrategyHoldings.of(orders, List.of(booked("f-1", AdjustmentKind.FEE, "-0.01")));

        assertThat(held.of(TREND)).isEqualTo(NetQuantity.of("0.9975"));
        assertThat(held.of(PAIRS)).isEqualTo(NetQuantity.of("2.9925"));
    }

    @Test
    void a_split_follows_each_holder_in_proportion_and_keeps_the_cost() {
        List<Order> orders =
                List.of(
                        traded(TREND, Side.BUY, "30", "100"),
                        traded(PAIRS, Side.SELL, "10", "110"));
        List<Adjustment> splits = List.of(booked("s-1", AdjustmentKind.SPLIT, "20"));

        StrategyHoldings held = StrategyHoldings.of(orders, splits);
        AverageCost cost = Profits.of(orders, splits).of(AAPL);

        assertThat(held.of(TREND)).isEqualTo(NetQuantity.of("60"));
        assertThat(held.of(PAIRS)).isEqualTo(NetQuantity.of("-20"));
        assertThat(cost.cost()).isEqualTo(Money.of("2000"));
        assertThat(cost.avgPx()).isEqualTo(Price.of("50"));
        assertThat(cost.realized()).isEqualTo(Money.of("100"));
    }

    @Test
    void a_reverse_split_in_two_entries_with_dollars_in_lieu_keeps_the_cost() {
        List<Order> orders = List.of(traded(TREND, Side.BUY, "25", "4"));
        List<Adjustment> splits =
                List.of(
                        booked("s-1", AdjustmentKind.SPLIT, "-25"),
                        booked("s-2", AdjustmentKind.SPLIT, "2"),
                        SampleAdjustments.of(
                                "s-3", AdjustmentKind.SPLIT, "AAPL", "0", "20", null, later()));

        AverageCost cost = Profits.of(orders, splits).of(AAPL);

        assertThat(cost.openQty()).isEqualTo(NetQuantity.of("2"));
        assertThat(cost.cost()).isEqualTo(Money.of("100"));
        assertThat(cost.realized()).isEqualTo(Money.of("20"));
    }

    @Test
    void a_transfer_belongs_to_no_strategy_and_is_no_profit() {
        List<Order> orders = List.of(traded(TREND, Side.BUY, "10", "100"));
        List<Adjustment> transfers =
                List.of(
                        SampleAdjustments.priced(
                                booked("t-1", AdjustmentKind.TRANSFER, "5"), "130"),
                        booked("t-2", AdjustmentKind.TRANSFER, "-3"));

        StrategyHoldings held = StrategyHoldings.of(orders, transfers);
        AverageCost cost = Profits.of(orders, transfers).of(AAPL);

        assertThat(held.of(TREND)).isEqualTo(NetQuantity.of("10"));
        assertThat(held.unassigned()).isEqualTo(NetQuantity.of("2"));
        assertThat(cost.openQty()).isEqualTo(NetQuantity.of("12"));
        assertThat(cost.cost()).isEqualTo(Money.of("1320"));
        assertThat(cost.realized()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_shares_cost_goes_over_to_those_that_they_became() {
        List<Order> orders = List.of(traded(TREND, Side.BUY, "10", "100"));
        List<Adjustment> change =
                List.of(
                        SampleAdjustments.of(
                                "n-2", AdjustmentKind.SYMBOL_CHANGE, "META", "10", "0", null, at()),
                        SampleAdjustments.of(
                                "n-1",
                                AdjustmentKind.SYMBOL_CHANGE,
                                "AAPL",
                                "-10",
                                "0",
                                null,
                                at()));

        Profits profits = Profits.of(orders, change);

        assertThat(profits.of(AAPL)).isEqualTo(AverageCost.NONE);
        assertThat(profits.of(new Symbol("META")).cost()).isEqualTo(Money.of("1000"));
    }

    @Test
    void dividends_interest_and_fees_in_dollars_count_as_profit_and_deposits_do_not() {
        List<Order> orders = List.of(traded(TREND, Side.BUY, "10", "100"));
        Profits profits =
                Profits.of(
                        orders,
                        List.of(
                                SampleAdjustments.of(
                                        "d", AdjustmentKind.DIVIDEND, "AAPL", "0", "2.5"),
                                SampleAdjustments.of("f", AdjustmentKind.FEE, "AAPL", "0", "-0.5"),
                                SampleAdjustments.of(
                                        "i", AdjustmentKind.INTEREST, null, "0", "-0.25"),
                                SampleAdjustments.of(
                                        "c", AdjustmentKind.TRANSFER, null, "0", "5000")));

        assertThat(profits.of(AAPL).realized()).isEqualTo(Money.of("2"));
        assertThat(profits.account().interest()).isEqualTo(Money.of("-0.25"));
        assertThat(profits.realized()).isEqualTo(Money.of("1.75"));
    }

    @Test
    void fees_dividends_and_interest_are_summed_by_instrument_and_for_the_account() {
        List<Order> orders = List.of(traded(TREND, Side.BUY, "10", "100"));
        Adjustment inCoin =
                SampleAdjustments.priced(
                        SampleAdjustments.of("c", AdjustmentKind.FEE, "AAPL", "-0.25", "0"), "100");
        Profits profits =
                Profits.of(
                        orders,
                        List.of(
                                inCoin,
                                SampleAdjustments.of("f", AdjustmentKind.FEE, "AAPL", "0", "-0.5"),
                                SampleAdjustments.of("d", AdjustmentKind.DIVIDEND, null, "0", "2"),
                                SampleAdjustments.of("g", AdjustmentKind.FEE, null, "0", "-0.02"),
                                SampleAdjustments.of(
                                        "i", AdjustmentKind.INTEREST, null, "0", "0.07"),
                                SampleAdjustments.of(
                                        "t", AdjustmentKind.TRANSFER, null, "0", "5000")));

        assertThat(profits.adjusted(AAPL).fees()).isEqualTo(Money.of("-25.5"));
        assertThat(profits.adjusted(AAPL).quantity()).isEqualTo(NetQuantity.of("-0.25"));
        assertThat(profits.allAdjusted().fees()).isEqualTo(Money.of("-25.52"));
        assertThat(profits.allAdjusted().dividends()).isEqualTo(Money.of("2"));
        assertThat(profits.allAdjusted().other()).isEqualTo(Money.ZERO);
        assertThat(profits.realized()).isEqualTo(Money.of("-23.45"));
    }

    /** The parts of strategies and of none are the whole after anything that can happen. */
    @Property(tries = 300)
    void the_parts_add_up_to_what_is_held_after_any_trades_and_adjustments(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps) {
        Random random = new Random(seed);
        List<Order> orders = new ArrayList<>();
        List<Adjustment> adjustments = new ArrayList<>();
        BigDecimal model = BigDecimal.ZERO;
        for (int step = 0; step < steps; step++) {
            String quantity = BigDecimal.valueOf(1 + random.nextInt(5_000), 3).toPlainString();
            if (random.nextBoolean()) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                orders.add(traded(strategy(random), side, quantity, "10"));
                model = model.add(side.applied(NetQuantity.FLAT, Quantity.of(quantity)).value());
            } else {
                Adjustment next = anyAdjustment(random, "a-" + step, quantity, orders);
                adjustments.add(next);
                model = model.add(next.quantity().value());
            }
            StrategyHoldings held = StrategyHoldings.of(orders, adjustments);
            assertThat(held.total()).isEqualTo(new NetQuantity(model));
            assertThat(Holdings.NONE.plus(orders).adjusted(adjustments).of(AAPL))
                    .isEqualTo(held.total());
            assertThat(Profits.of(orders, adjustments).of(AAPL).openQty()).isEqualTo(held.total());
        }
    }

    private Adjustment anyAdjustment(
            Random random, String id, String quantity, List<Order> orders) {
        AdjustmentKind[] kinds = AdjustmentKind.values();
        AdjustmentKind kind = kinds[random.nextInt(kinds.length)];
        boolean known = kind == AdjustmentKind.FEE && !orders.isEmpty() && random.nextBoolean();
        return SampleAdjustments.of(
                id,
                kind,
                "AAPL",
                random.nextBoolean() ? quantity : "-" + quantity,
                "0",
                known ? orders.get(random.nextInt(orders.size())).brokerOrderId() : null,
                later());
    }

    private static @Nullable StrategyId strategy(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> TREND;
            case 1 -> PAIRS;
            default -> null;
        };
    }

    private Adjustment fee(String id, String quantity, Order order) {
        return SampleAdjustments.of(
                id, AdjustmentKind.FEE, "AAPL", quantity, "0", order.brokerOrderId(), later());
    }

    private Adjustment booked(String id, AdjustmentKind kind, String quantity) {
        return SampleAdjustments.of(id, kind, "AAPL", quantity, "0", null, later());
    }

    private Order traded(@Nullable StrategyId strategy, Side side, String quantity, String price) {
        NewOrder terms =
                new NewOrder(
                        AAPL, side, Quantity.of(quantity), new OrderType.Market(), TimeInForce.DAY);
        Order order = sample.intent(terms.with(strategy));
        Instant at = later();
        return order.apply(
                new StatusReport(
                        SampleOrders.brokerOrderId(order),
                        new ReportedStatus.Known("filled", OrderStatus.FILLED),
                        Quantity.of(quantity),
                        Price.of(price),
                        at),
                at);
    }

    private Instant later() {
        second++;
        return at();
    }

    private Instant at() {
        return SampleOrders.START.plusSeconds(second);
    }
}
