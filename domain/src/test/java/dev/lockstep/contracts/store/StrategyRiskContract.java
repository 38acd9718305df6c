package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.StrategyPart;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.OpenQuantity;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.StrategyExposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link RiskControl} promises about the limits of strategies. */
public abstract class StrategyRiskContract {
    private static final Evidence EVIDENCE = Evidence.local("submit");
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final StrategyId TREND = new StrategyId("trend");
    private static final StrategyId MEAN = new StrategyId("mean");
    private static final RiskLimit FIVE_OPEN = new RiskLimit.MaxOpenOrders(5);
    private static final RiskLimit BUDGET = new RiskLimit.CapitalBudget(Money.of("20000"));
    private static final Instant DAY_AFTER = SampleOrders.START.plus(Duration.ofDays(1));

    private final SampleOrders sample = new SampleOrders();

    /** The repository under test, empty at the start of each test. */
    protected abstract OrderRepository repository();

    /** The rules that the repository obeys. */
    protected abstract RiskControl riskControl();

    /** Another way to the same orders, such as one of another process; or the same one. */
    protected OrderRepository elsewhere() {
        return repository();
    }

    @Test
    void limits_of_a_strategy_come_back_and_each_change_is_kept() {
        RiskChange set = change(TREND, new Step.SetLimit(BUDGET));
        RiskChange pause =
                change(TREND, new Step.Restrict(Restriction.OPERATOR, TradingState.REDUCING));

        riskControl().change(set);
        riskControl().change(set);
        riskControl().change(pause);

        RiskRules own = riskControl().rules().of(TREND);
        assertThat(own.limits()).containsExactly(BUDGET);
        assertThat(own.state()).isEqualTo(TradingState.REDUCING);
        assertThat(riskControl().rules().state()).isEqualTo(TradingState.ACTIVE);
        assertThat(riskControl().changes(10)).containsExactly(pause, set);
        riskControl().change(change(TREND, new Step.ClearLimit(LimitName.CAPITAL_BUDGET)));
        riskControl().change(change(TREND, new Step.Lift(Restriction.OPERATOR)));
        assertThat(riskControl().rules()).isEqualTo(RiskRules.NONE);
    }

    @Test
    void a_budget_is_a_limit_of_a_strategy_only() {
        assertThatThrownBy(() ->
                        new RiskChange(new Step.SetLimit(BUDGET), "ann", "why", SampleOrders.START))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("strategy: not set");
    }

    @Test
    void a_gate_is_shown_the_rules_of_its_own_strategy_only() {
        set(TREND, FIVE_OPEN);
        set(MEAN, BUDGET);

        assertThat(exposureOf(order(TREND, Side.BUY, "1")).rules().strategies().keySet())
                .containsExactly(TREND);
        assertThat(exposureOf(order(null, Side.BUY, "1")))
                .isEqualTo(Exposure.under(RiskRules.NONE));
    }

    @Test
    void a_strategy_counts_its_own_orders() {
        set(TREND, FIVE_OPEN);
        set(TREND, new RiskLimit.MaxOrderRate(9, Duration.ofMinutes(1)));
        set(TREND, new RiskLimit.DuplicateWindow(Duration.ofMinutes(1)));
        stored(order(MEAN, Side.BUY, "1"));
        stored(order(null, Side.BUY, "1"));
        Order own = stored(order(TREND, Side.BUY, "3"));
        stored(order(TREND, Side.SELL, "2"));

        StrategyExposure seen = own(exposureOf(order(TREND, Side.BUY, "3")));

        assertThat(seen.openOrders()).isEqualTo(2);
        assertThat(seen.recentOrders()).isEqualTo(2);
        assertThat(seen.twin()).isEqualTo(own.id());
        assertThat(seen.open(AAPL, Side.BUY))
                .isEqualTo(new OpenQuantity(Quantity.of("3"), Money.ZERO));
        assertThat(own(exposureOf(order(TREND, Side.BUY, "1"))).twin()).isNull();
    }

    @Test
    void the_part_of_a_strategy_is_what_its_own_orders_traded() {
        fill(stored(order(TREND, Side.BUY, "10")), "10", SampleOrders.START);
        set(TREND, BUDGET);
        fill(stored(order(MEAN, Side.SELL, "4")), "4", SampleOrders.START);
        fill(stored(order(null, Side.BUY, "7")), "7", SampleOrders.START);
        fill(stored(order(TREND, Side.SELL, "2")), "2", SampleOrders.START);

        StrategyPart part = part(exposureOf(order(TREND, Side.BUY, "1")));

        assertThat(part.netQty()).isEqualTo(NetQuantity.of("8"));
        assertThat(part.trades())
                .isEqualTo(
                        new DayTrades(
                                DayTrades.dayOf(SampleOrders.START),
                                NetQuantity.of("8"),
                                Money.of("-1513")));
    }

    @Test
    void trades_of_a_later_day_start_again_and_a_late_report_of_an_earlier_one_is_no_part() {
        set(TREND, BUDGET);
        Order first = stored(order(TREND, Side.BUY, "10"));
        fill(first, "4", SampleOrders.START);
        fill(stored(order(TREND, Side.SELL, "1")), "1", DAY_AFTER);
        fill(first, "10", SampleOrders.START.plusSeconds(9));

        StrategyPart part = part(exposureOf(order(TREND, Side.BUY, "1")));

        assertThat(part.netQty()).isEqualTo(NetQuantity.of("9"));
        assertThat(part.trades())
                .isEqualTo(
                        new DayTrades(
                                DayTrades.dayOf(DAY_AFTER),
                                NetQuantity.of("-1"),
                                Money.of("189.125")));
    }

    @Test
    void a_chain_of_replacements_counts_once() {
        set(TREND, BUDGET);
        Order old = stored(order(TREND, Side.BUY, "10"));
        fill(old, "4", SampleOrders.START);
        Order like = order(TREND, Side.BUY, "10");
        Order order =
                Order.replacement(
                        like.id(),
                        like.clientOrderId(),
                        like.idempotencyKey(),
                        old,
                        like.terms(),
                        SampleOrders.START);
        repository().add(order, EVIDENCE);
        fill(order, "7", SampleOrders.START);
        fill(old, "5", SampleOrders.START);

        StrategyPart part = part(exposureOf(order(TREND, Side.BUY, "1")));

        assertThat(part.netQty()).isEqualTo(NetQuantity.of("7"));
        assertThat(part.trades().cash()).isEqualTo(Money.of("-1323.875"));
    }

    @Test
    void an_order_of_no_strategy_that_closes_the_position_closes_the_parts_at_its_price() {
        set(TREND, BUDGET);
        fill(stored(order(TREND, Side.BUY, "10")), "10", SampleOrders.START);

        fill(stored(order(null, Side.SELL, "10")), "10", SampleOrders.START);

        StrategyPart part = part(exposureOf(order(TREND, Side.BUY, "1")));
        assertThat(part.netQty()).isEqualTo(NetQuantity.FLAT);
        assertThat(part.trades().netQty()).isEqualTo(NetQuantity.FLAT);
        assertThat(part.trades().cash()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_fee_and_a_split_change_the_part_and_not_its_quantity_at_the_last_close() {
        set(TREND, BUDGET);
        Order bought = stored(order(TREND, Side.BUY, "10"));
        fill(bought, "10", SampleOrders.START.minus(Duration.ofDays(1)));
        Adjustment fee =
                SampleAdjustments.of("fee", AdjustmentKind.FEE, "AAPL", "-1", "0")
                        .of(SampleOrders.brokerOrderId(bought));
        Adjustment split = SampleAdjustments.of("split", AdjustmentKind.SPLIT, "AAPL", "9", "0");
        repository().adjustments().addAll(List.of(fee));
        repository().adjustments().addAll(List.of(split));

        StrategyPart part = part(exposureOf(order(TREND, Side.BUY, "1")));

        assertThat(part.netQty()).isEqualTo(NetQuantity.of("18"));
        assertThat(part.atLastClose(DayTrades.dayOf(split.at()))).isEqualTo(NetQuantity.of("10"));
    }

    @Test
    void a_reader_sees_the_part_that_a_gate_sees() {
        fill(stored(order(TREND, Side.BUY, "10")), "10", SampleOrders.START);
        set(TREND, BUDGET);
        Order intent = order(TREND, Side.BUY, "1");

        Exposure seen =
                riskControl()
                        .exposure(
                                new ConditionalInsert(
                                        intent, null, _ -> new Verdict.Approved(), EVIDENCE));

        assertThat(seen.strategy()).isEqualTo(exposureOf(intent).strategy());
    }

    @Test
    void open_buys_of_the_account_are_shown_for_a_cash_only_strategy() {
        set(TREND, new RiskLimit.NoMargin());
        Order buy = stored(order(MEAN, Side.BUY, "3"));
        stored(order(null, Side.SELL, "2"));

        Exposure seen = exposureOf(order(TREND, Side.BUY, "1"));
        long before = Objects.requireNonNull(seen.openBuys()).bookVersion();

        assertThat(seen.openBuys().orders()).extracting("id").containsExactly(buy.id());
        fill(buy, "1", SampleOrders.START);
        assertThat(
                        Objects.requireNonNull(exposureOf(order(TREND, Side.BUY, "1")).openBuys())
                                .bookVersion())
                .isGreaterThan(before);
    }

    @Test
    void threads_and_stores_together_never_pass_the_open_orders_of_a_strategy() throws Exception {
        set(TREND, FIVE_OPEN);
        List<Callable<IntentOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            OrderRepository through = i % 2 == 0 ? repository() : elsewhere();
            Order intent = order(i % 4 < 2 ? TREND : MEAN, Side.BUY, "1");
            calls.add(() -> through.intend(gated(intent)));
        }
        List<IntentOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<IntentOutcome> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes)
                .filteredOn(outcome ->
                        outcome instanceof IntentOutcome.Stored(Order order)
                                && TREND.equals(order.terms().strategy()))
                .hasSize(5);
        assertThat(outcomes).filteredOn(IntentOutcome.Denied.class::isInstance).hasSize(15);
    }

    @Test
    void threads_and_stores_together_never_reserve_more_than_the_budget_of_a_strategy()
            throws Exception {
        set(TREND, BUDGET);
        List<Callable<IntentOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            OrderRepository through = i % 2 == 0 ? repository() : elsewhere();
            Order intent = order(TREND, Side.BUY, "30");
            calls.add(() -> through.intend(gated(intent)));
        }
        List<IntentOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<IntentOutcome> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn(IntentOutcome.Stored.class::isInstance).hasSize(6);
        assertThat(repository().intend(gated(order(TREND, Side.BUY, "21"))))
                .isInstanceOf(IntentOutcome.Denied.class);
        assertThat(repository().intend(gated(order(TREND, Side.BUY, "20"))))
                .isInstanceOf(IntentOutcome.Stored.class);
    }

    private static ConditionalInsert gated(Order intent) {
        return new ConditionalInsert(
                intent,
                null,
                exposure ->
                        PreTradeRisk.verdict(
                                intent.terms(), exposure, MarketView.NOTHING, SampleOrders.START),
                EVIDENCE);
    }

    private static StrategyPart part(Exposure exposure) {
        return own(exposure).parts().getFirst();
    }

    private static StrategyExposure own(Exposure exposure) {
        return Objects.requireNonNull(exposure.strategy());
    }

    private Exposure exposureOf(Order intent) {
        List<Exposure> seen = new ArrayList<>();
        repository()
                .intend(
                        new ConditionalInsert(
                                intent,
                                null,
                                exposure -> {
                                    seen.add(exposure);
                                    return new Verdict.Undecided(
                                            Set.of(MarketView.Need.PRICES), 0, List.of());
                                },
                                EVIDENCE));
        return seen.getLast();
    }

    private Order order(@Nullable StrategyId strategy, Side side, String orderQty) {
        return sample.intent(
                new NewOrder(
                                AAPL,
                                side,
                                Quantity.of(orderQty),
                                new OrderType.Limit(Price.of("100")),
                                TimeInForce.DAY)
                        .with(strategy));
    }

    private Order stored(Order order) {
        repository().add(order, EVIDENCE);
        return order;
    }

    private void fill(Order order, String cumQty, Instant at) {
        OrderStatus status =
                Quantity.of(cumQty).equals(order.terms().orderQty())
                        ? OrderStatus.FILLED
                        : OrderStatus.PARTIALLY_FILLED;
        UpdateOutcome outcome =
                repository()
                        .update(
                                OrderUpdate.applying(
                                        order.id(),
                                        SampleOrders.report(order, status, cumQty, at),
                                        at,
                                        EVIDENCE));
        assertThat(outcome).isInstanceOf(UpdateOutcome.Updated.class);
    }

    private void set(StrategyId strategy, RiskLimit limit) {
        riskControl().change(change(strategy, new Step.SetLimit(limit)));
    }

    private static RiskChange change(StrategyId strategy, Step step) {
        return new RiskChange(
                new Step.OfStrategy(strategy, step), "tester", "because", SampleOrders.START);
    }
}
