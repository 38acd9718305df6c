package dev.lockstep.domain.usecase.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.report.MeasureStrategies.Figures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureStrategiesTest {
    private static final StrategyId TREND = new StrategyId("trend");
    private static final StrategyId PAIRS = new StrategyId("pairs");

    private final FailingRepository repository = new FailingRepository();
    private final SampleOrders sample = new SampleOrders();
    private Instant now = SampleOrders.START;

    @Test
    void each_strategy_has_the_profit_of_its_own_orders_and_its_open_ones() {
        Order bought = store(SampleOrders.tenShares().with(TREND));
        fill(bought, "10", "100");
        store(SampleOrders.tenShares().with(PAIRS));
        fill(store(SampleOrders.tenShares()), "10", "90");

        Map<StrategyId, Figures> figures = measure().measure();

        assertThat(figures).containsOnlyKeys(PAIRS, TREND);
        Figures trend = Objects.requireNonNull(figures.get(TREND));
        assertThat(trend.openOrders()).isZero();
        assertThat(trend.profits().realized()).isEqualTo(Money.ZERO);
        assertThat(trend.profits().of(bought.terms().symbol()).openQty())
                .isEqualTo(new NetQuantity(BigDecimal.TEN));
        assertThat(Objects.requireNonNull(figures.get(PAIRS)).openOrders()).isEqualTo(1);
    }

    @Test
    void without_strategies_there_are_no_figures() {
        store(SampleOrders.tenShares());

        assertThat(measure().measure()).isEmpty();
    }

    @Test
    void the_realized_profit_of_today_leaves_out_that_of_before() {
        fill(store(SampleOrders.tenShares().with(TREND)), "10", "100");
        fill(store(sale()), "4", "110");
        now = SampleOrders.START.plus(Duration.ofDays(1));
        fill(store(sale()), "5", "120");

        Figures trend = Objects.requireNonNull(measure().measure().get(TREND));

        assertThat(trend.profits().realized()).isEqualTo(Money.of("140"));
        assertThat(trend.realizedOn(DayTrades.dayOf(now))).isEqualTo(Money.of("100"));
        assertThat(trend.realizedOn(DayTrades.dayOf(now).plusDays(1))).isEqualTo(Money.ZERO);
    }

    @Test
    void an_order_without_a_strategy_that_closes_the_account_closes_the_part_of_each() {
        fill(store(SampleOrders.tenShares().with(TREND)), "10", "100");
        fill(store(SampleOrders.tenShares().with(PAIRS)), "2", "104");
        fill(store(saleOf("12")), "12", "110");

        Map<StrategyId, Figures> figures = measure().measure();

        Figures trend = Objects.requireNonNull(figures.get(TREND));
        assertThat(trend.profits().holdings().bySymbol()).isEmpty();
        assertThat(trend.profits().realized()).isEqualTo(Money.of("100"));
        assertThat(trend.realizedOn(DayTrades.dayOf(now))).isEqualTo(Money.of("100"));
        assertThat(measure().exposure(TREND, trend, _ -> null)).contains(Money.ZERO);
        assertThat(Objects.requireNonNull(figures.get(PAIRS)).profits().realized())
                .isEqualTo(Money.of("12"));
    }

    @Test
    void what_orders_without_a_strategy_sold_of_its_part_is_closed_at_their_price() {
        fill(store(SampleOrders.tenShares().with(TREND)), "10", "100");
        fill(store(saleOf("6")), "6", "110");
        fill(store(saleOf("4").with(TREND)), "4", "130");

        Figures trend = Objects.requireNonNull(measure().measure().get(TREND));

        assertThat(trend.profits().holdings().bySymbol()).isEmpty();
        assertThat(trend.profits().realized()).isEqualTo(Money.of("180"));
        assertThat(measure().exposure(TREND, trend, _ -> null)).contains(Money.ZERO);
    }

    @Test
    void what_a_strategy_buys_after_that_has_its_own_cost() {
        fill(store(SampleOrders.tenShares().with(TREND)), "10", "100");
        fill(store(saleOf("10")), "10", "110");
        fill(store(SampleOrders.tenShares().with(TREND)), "3", "120");

        Figures trend = Objects.requireNonNull(measure().measure().get(TREND));

        assertThat(trend.profits().of(SampleOrders.tenShares().symbol()).avgPx())
                .isEqualTo(Price.of("120"));
        assertThat(measure().exposure(TREND, trend, _ -> null)).contains(Money.of("360"));
    }

    @Test
    void a_split_changes_the_part_of_each_strategy_at_the_same_cost() {
        fill(store(SampleOrders.tenShares().with(TREND)), "10", "100");
        fill(store(SampleOrders.tenShares()), "10", "100");
        now = SampleOrders.START.plus(Duration.ofDays(1));
        split("20");

        Figures trend = Objects.requireNonNull(measure().measure().get(TREND));

        assertThat(trend.profits().of(SampleOrders.tenShares().symbol()).openQty())
                .isEqualTo(NetQuantity.of("20"));
        assertThat(measure().exposure(TREND, trend, _ -> Price.of("50")))
                .contains(Money.of("1000"));
        assertThat(trend.profits().realized()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_exposure_is_the_value_of_positions_and_open_orders() {
        fill(store(SampleOrders.tenShares().with(TREND)), "10", "100");
        Symbol symbol = SampleOrders.tenShares().symbol();
        Figures trend = Objects.requireNonNull(measure().measure().get(TREND));

        assertThat(measure().exposure(TREND, trend, _ -> null)).contains(Money.of("1000"));
        assertThat(measure().exposure(TREND, trend, _ -> Price.of("110")))
                .contains(Money.of("1100"));
        store(
                new NewOrder(
                                symbol,
                                Side.BUY,
                                Quantity.of("2"),
                                new OrderType.Limit(Price.of("90")),
                                TimeInForce.DAY)
                        .with(TREND));
        assertThat(measure().exposure(TREND, trend, _ -> null)).contains(Money.of("1180"));
        assertThat(measure().exposure(PAIRS, Figures.NONE, _ -> null)).contains(Money.ZERO);
    }

    private MeasureStrategies measure() {
        return new MeasureStrategies(repository, () -> now);
    }

    @Test
    void a_fee_in_dollars_is_of_the_strategy_whose_order_it_names() {
        fill(store(SampleOrders.tenShares().with(TREND)), "10", "100");
        Order sold = store(sale());
        fill(sold, "5", "110");
        fee("f-1", "-0.25", SampleOrders.brokerOrderId(sold));
        now = SampleOrders.START.plus(Duration.ofDays(1));
        fee("f-2", "-0.50", SampleOrders.brokerOrderId(sold));

        Figures trend = Objects.requireNonNull(measure().measure().get(TREND));

        assertThat(trend.profits().realized()).isEqualTo(Money.of("49.25"));
        assertThat(trend.realizedOn(DayTrades.dayOf(now))).isEqualTo(Money.of("-0.50"));
        assertThat(trend.profits().of(sold.terms().symbol()).avgPx()).isEqualTo(Price.of("100"));
    }

    @Test
    void a_fee_that_names_no_order_or_that_of_another_stays_with_the_account() {
        fill(store(SampleOrders.tenShares().with(TREND)), "10", "100");
        Order other = store(SampleOrders.tenShares());
        fill(other, "10", "100");
        fee("f-1", "-0.25", null);
        fee("f-2", "-0.50", SampleOrders.brokerOrderId(other));

        Figures trend = Objects.requireNonNull(measure().measure().get(TREND));

        assertThat(trend.profits().realized()).isEqualTo(Money.ZERO);
    }

    private void fee(String id, String cash, @Nullable BrokerOrderId order) {
        repository
                .adjustments()
                .addAll(
                        List.of(
                                SampleAdjustments.of(
                                        id, AdjustmentKind.FEE, "AAPL", "0", cash, order, now)));
    }

    private static NewOrder sale() {
        return new NewOrder(
                        SampleOrders.tenShares().symbol(),
                        Side.SELL,
                        Quantity.of("5"),
                        new OrderType.Market(),
                        TimeInForce.DAY)
                .with(TREND);
    }

    private static NewOrder saleOf(String qty) {
        return new NewOrder(
                SampleOrders.tenShares().symbol(),
                Side.SELL,
                Quantity.of(qty),
                new OrderType.Market(),
                TimeInForce.DAY);
    }

    private void split(String more) {
        repository
                .adjustments()
                .addAll(
                        List.of(
                                SampleAdjustments.of(
                                        "s-1",
                                        AdjustmentKind.SPLIT,
                                        "AAPL",
                                        more,
                                        "0",
                                        null,
                                        now)));
    }

    private Order store(NewOrder terms) {
        Order order = sample.intent(terms);
        repository.add(order, Evidence.local("test"));
        return order;
    }

    private void fill(Order order, String qty, String avgPx) {
        Order filled =
                order.apply(
                        new StatusReport(
                                SampleOrders.brokerOrderId(order),
                                new ReportedStatus.Known("filled", OrderStatus.FILLED),
                                Quantity.of(qty),
                                Price.of(avgPx),
                                now),
                        now);
        repository.update(new OrderUpdate(order.id(), _ -> filled, Evidence.local("fill")));
    }
}
