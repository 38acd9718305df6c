package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.AAPL;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.BUDGET;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.DAY_AFTER;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.EVIDENCE;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.FIVE_OPEN;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.MEAN;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.TREND;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.own;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.StrategyPart;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.OpenQuantity;
import dev.lockstep.domain.risk.StrategyExposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.limit.RiskLimit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Exposure of a strategy: its own orders, and its part of the position. */
public interface StrategyExposureContract extends TestedStrategyRisk {
    @Test
    default void a_strategy_counts_its_own_orders() {
        its().set(TREND, FIVE_OPEN);
        its().set(TREND, new RiskLimit.MaxOrderRate(9, Duration.ofMinutes(1)));
        its().set(TREND, new RiskLimit.DuplicateWindow(Duration.ofMinutes(1)));
        its().stored(its().order(MEAN, Side.BUY, "1"));
        its().stored(its().order(null, Side.BUY, "1"));
        Order own = its().stored(its().order(TREND, Side.BUY, "3"));
        its().stored(its().order(TREND, Side.SELL, "2"));

        StrategyExposure seen = own(its().exposureOf(its().order(TREND, Side.BUY, "3")));

        assertThat(seen.openOrders()).isEqualTo(2);
        assertThat(seen.recentOrders()).isEqualTo(2);
        assertThat(seen.twin()).isEqualTo(own.id());
        assertThat(seen.open(AAPL, Side.BUY))
                .isEqualTo(new OpenQuantity(Quantity.of("3"), Money.ZERO));
        assertThat(own(its().exposureOf(its().order(TREND, Side.BUY, "1"))).twin()).isNull();
    }

    @Test
    default void the_part_of_a_strategy_is_what_its_own_orders_traded() {
        its().fill(its().stored(its().order(TREND, Side.BUY, "10")), "10", SampleOrders.START);
        its().set(TREND, BUDGET);
        its().fill(its().stored(its().order(MEAN, Side.SELL, "4")), "4", SampleOrders.START);
        its().fill(its().stored(its().order(null, Side.BUY, "7")), "7", SampleOrders.START);
        its().fill(its().stored(its().order(TREND, Side.SELL, "2")), "2", SampleOrders.START);

        StrategyPart part = part(its().exposureOf(its().order(TREND, Side.BUY, "1")));

        assertThat(part.netQty()).isEqualTo(NetQuantity.of("8"));
        assertThat(part.trades())
                .isEqualTo(
                        new DayTrades(
                                DayTrades.dayOf(SampleOrders.START),
                                NetQuantity.of("8"),
                                Money.of("-1513")));
    }

    @Test
    default void
            trades_of_a_later_day_start_again_and_a_late_report_of_an_earlier_one_is_no_part() {
        its().set(TREND, BUDGET);
        Order first = its().stored(its().order(TREND, Side.BUY, "10"));
        its().fill(first, "4", SampleOrders.START);
        its().fill(its().stored(its().order(TREND, Side.SELL, "1")), "1", DAY_AFTER);
        its().fill(first, "10", SampleOrders.START.plusSeconds(9));

        StrategyPart part = part(its().exposureOf(its().order(TREND, Side.BUY, "1")));

        assertThat(part.netQty()).isEqualTo(NetQuantity.of("9"));
        assertThat(part.trades())
                .isEqualTo(
                        new DayTrades(
                                DayTrades.dayOf(DAY_AFTER),
                                NetQuantity.of("-1"),
                                Money.of("189.125")));
    }

    @Test
    default void a_chain_of_replacements_counts_once() {
        its().set(TREND, BUDGET);
        Order old = its().stored(its().order(TREND, Side.BUY, "10"));
        its().fill(old, "4", SampleOrders.START);
        Order like = its().order(TREND, Side.BUY, "10");
        Order order =
                Order.replacement(
                        like.id(),
                        like.clientOrderId(),
                        like.idempotencyKey(),
                        old,
                        like.terms(),
                        SampleOrders.START);
        repository().add(order, EVIDENCE);
        its().fill(order, "7", SampleOrders.START);
        its().fill(old, "5", SampleOrders.START);

        StrategyPart part = part(its().exposureOf(its().order(TREND, Side.BUY, "1")));

        assertThat(part.netQty()).isEqualTo(NetQuantity.of("7"));
        assertThat(part.trades().cash()).isEqualTo(Money.of("-1323.875"));
    }

    @Test
    default void an_order_of_no_strategy_that_closes_the_position_closes_the_parts_at_its_price() {
        its().set(TREND, BUDGET);
        its().fill(its().stored(its().order(TREND, Side.BUY, "10")), "10", SampleOrders.START);

        its().fill(its().stored(its().order(null, Side.SELL, "10")), "10", SampleOrders.START);

        StrategyPart part = part(its().exposureOf(its().order(TREND, Side.BUY, "1")));
        assertThat(part.netQty()).isEqualTo(NetQuantity.FLAT);
        assertThat(part.trades().netQty()).isEqualTo(NetQuantity.FLAT);
        assertThat(part.trades().cash()).isEqualTo(Money.ZERO);
    }

    @Test
    default void
            an_order_of_a_strategy_that_leaves_the_account_flat_closes_what_others_sold_of_it() {
        its().set(TREND, BUDGET);
        its().fill(its().stored(its().order(TREND, Side.BUY, "10")), "10", SampleOrders.START);
        its().fill(its().stored(its().order(null, Side.SELL, "6")), "6", SampleOrders.START);
        assertThat(part(its().exposureOf(its().order(TREND, Side.BUY, "1"))).netQty())
                .isEqualTo(NetQuantity.of("10"));

        its().fill(its().stored(its().order(TREND, Side.SELL, "4")), "4", SampleOrders.START);

        StrategyPart part = part(its().exposureOf(its().order(TREND, Side.BUY, "1")));
        assertThat(part.netQty()).isEqualTo(NetQuantity.FLAT);
        assertThat(part.trades().netQty()).isEqualTo(NetQuantity.FLAT);
    }

    @Test
    default void a_fee_and_a_split_change_the_part_and_not_its_quantity_at_the_last_close() {
        its().set(TREND, BUDGET);
        Order bought = its().stored(its().order(TREND, Side.BUY, "10"));
        its().fill(bought, "10", SampleOrders.START.minus(Duration.ofDays(1)));
        Adjustment fee =
                SampleAdjustments.of("fee", AdjustmentKind.FEE, "AAPL", "-1", "0")
                        .of(SampleOrders.brokerOrderId(bought));
        Adjustment split = SampleAdjustments.of("split", AdjustmentKind.SPLIT, "AAPL", "9", "0");
        repository().adjustments().addAll(List.of(fee));
        repository().adjustments().addAll(List.of(split));

        StrategyPart part = part(its().exposureOf(its().order(TREND, Side.BUY, "1")));

        assertThat(part.netQty()).isEqualTo(NetQuantity.of("18"));
        assertThat(part.atLastClose(DayTrades.dayOf(split.at()))).isEqualTo(NetQuantity.of("10"));
    }

    @Test
    default void a_reader_sees_the_part_that_a_gate_sees() {
        its().fill(its().stored(its().order(TREND, Side.BUY, "10")), "10", SampleOrders.START);
        its().set(TREND, BUDGET);
        Order intent = its().order(TREND, Side.BUY, "1");

        Exposure seen =
                riskControl()
                        .exposure(
                                new ConditionalInsert(
                                        intent, null, _ -> new Verdict.Approved(), EVIDENCE));

        assertThat(seen.strategy()).isEqualTo(its().exposureOf(intent).strategy());
    }

    @Test
    default void open_buys_of_the_account_are_shown_for_a_cash_only_strategy() {
        its().set(TREND, new RiskLimit.NoMargin());
        Order buy = its().stored(its().order(MEAN, Side.BUY, "3"));
        its().stored(its().order(null, Side.SELL, "2"));

        Exposure seen = its().exposureOf(its().order(TREND, Side.BUY, "1"));
        long before = Objects.requireNonNull(seen.openBuys()).bookVersion();

        assertThat(seen.openBuys().orders()).extracting("id").containsExactly(buy.id());
        its().fill(buy, "1", SampleOrders.START);
        assertThat(
                        Objects.requireNonNull(
                                        its().exposureOf(its().order(TREND, Side.BUY, "1"))
                                                .openBuys())
                                .bookVersion())
                .isGreaterThan(before);
    }
}
