package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.ConditionalRelease;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.Observation;
import dev.lockstep.domain.risk.OpenQuantity;
import dev.lockstep.domain.risk.PositionRoom;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link OrderRepository} with its {@link RiskControl} promises about limits; each
 * implementation extends it.
 */
public abstract class RiskContract {
    private static final Evidence EVIDENCE = Evidence.local("submit");
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final RiskLimit FIVE_OPEN = new RiskLimit.MaxOpenOrders(5);

    private final SampleOrders sample = new SampleOrders();

    /** The repository under test, empty at the start of each test. */
    protected abstract OrderRepository repository();

    /** The rules that the repository obeys. */
    protected abstract RiskControl riskControl();

    /** Another way to the same orders, such as one of another process; or the same one. */
    protected OrderRepository elsewhere() {
        return repository();
    }

    /** Another way to the same rules. */
    protected RiskControl controlElsewhere() {
        return riskControl();
    }

    @Test
    void an_approved_intent_is_stored_with_its_evidence() {
        Order intent = sample.intent();

        IntentOutcome outcome = intend(intent, RiskContract::approve);

        assertThat(outcome).isEqualTo(new IntentOutcome.Stored(intent));
        assertThat(repository().find(intent.id())).contains(intent);
        assertThat(repository().history(intent.id()))
                .containsExactly(OrderEvent.of(intent, EVIDENCE));
    }

    @Test
    void a_denied_intent_is_stored_as_denied_with_every_code() {
        Order intent = sample.intent();
        Denial value = new Denial(DenialReason.ORDER_VALUE, "orderValue", "1200", "<=1000");
        Denial rate = new Denial(DenialReason.ORDER_RATE, "recentOrders", "5", "<5/1s \"before\"");

        IntentOutcome outcome = intend(intent, _ -> new Verdict.Denied(List.of(value, rate)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        IntentOutcome.Denied.class,
                        denied -> assertThat(denied.denials()).containsExactly(value, rate));
        Order stored = repository().find(intent.id()).orElseThrow();
        assertThat(stored.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(stored.state().text())
                .isEqualTo(
                        "order_value field=orderValue value=1200 expected=\"<=1000\"; order_rate"
                                + " field=recentOrders value=5 expected=\"<5/1s \\\"before\\\"\"");
    }

    @Test
    void an_undecided_intent_leaves_no_trace() {
        Order intent = sample.intent();
        Verdict.Undecided undecided =
                new Verdict.Undecided(Set.of(MarketView.Need.PRICES), 0, List.of());

        assertThat(intend(intent, _ -> undecided))
                .isEqualTo(new IntentOutcome.Undecided(undecided));
        assertThat(repository().find(intent.id())).isEmpty();
        assertThat(intend(intent, RiskContract::approve))
                .isEqualTo(new IntentOutcome.Stored(intent));
    }

    @Test
    void a_key_that_is_known_is_never_gated_into_a_second_order() {
        Order first = sample.intent();
        Order second =
                Order.intent(
                        sample.ids().nextOrderId(),
                        sample.intent().clientOrderId(),
                        first.idempotencyKey(),
                        first.terms(),
                        SampleOrders.START);
        intend(first, RiskContract::approve);
        Denial denial = new Denial(DenialReason.ORDER_VALUE, "orderValue", "2", "<=1");

        assertThat(intend(second, RiskContract::approve))
                .isEqualTo(new IntentOutcome.AlreadyThere(first));
        assertThat(intend(second, _ -> new Verdict.Denied(List.of(denial))))
                .isEqualTo(new IntentOutcome.AlreadyThere(first));
        assertThat(repository().find(second.id())).isEmpty();
    }

    @Test
    void a_gate_that_fails_stores_nothing_and_the_failure_is_told() {
        Order intent = sample.intent();

        assertThatThrownBy(() ->
                        intend(
                                intent,
                                _ -> {
                                    throw new IllegalStateException("the gate is stuck");
                                }))
                .hasMessageContaining("the gate is stuck");
        assertThat(repository().find(intent.id())).isEmpty();
    }

    @Test
    void without_rules_the_gate_is_shown_that_there_are_none() {
        assertThat(exposureOf(sample.intent())).isEqualTo(Exposure.under(RiskRules.NONE));
    }

    @ParameterizedTest
    @EnumSource(LimitName.class)
    void a_limit_of_each_name_comes_back_as_it_was_set(LimitName name) {
        RiskLimit limit = name.read(example(name));
        if (name.ofStrategyOnly()) {
            assertThatThrownBy(() -> change(new Step.SetLimit(limit)))
                    .isInstanceOf(InvalidValueException.class);
            return;
        }

        riskControl().change(change(new Step.SetLimit(limit)));

        assertThat(controlElsewhere().rules().limits()).isEqualTo(RiskLimits.of(limit));
        riskControl().change(change(new Step.ClearLimit(name)));
        assertThat(controlElsewhere().rules()).isEqualTo(RiskRules.NONE);
    }

    /** A value of each limit, for tests. */
    private static String example(LimitName name) {
        return switch (name) {
            case MAX_ORDER_VALUE, MAX_POSITION_VALUE, MAX_DAILY_LOSS -> "1000.25";
            case MAX_ORDER_QTY -> "0.5";
            case MAX_OPEN_ORDERS -> "7";
            case PRICE_COLLAR -> "2.5%";
            case DUPLICATE_WINDOW -> "90s";
            case MAX_ORDER_RATE -> "10/60s";
            case ALLOWED_SYMBOLS, DENIED_SYMBOLS -> "AAPL,BRK.B,BTC/USD";
            case WASH_TRADES, MARGIN -> "deny";
            case CAPITAL_BUDGET -> "20000";
        };
    }

    @Test
    void every_change_is_kept_and_one_that_changes_nothing_is_not() {
        RiskChange set = change(new Step.SetLimit(FIVE_OPEN));
        RiskChange halt = change(new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED));
        RiskChange clear = change(new Step.ClearLimit(LimitName.MAX_OPEN_ORDERS));

        riskControl().change(set);
        riskControl().change(set);
        riskControl().change(halt);
        riskControl().change(clear);
        riskControl().change(clear);

        assertThat(riskControl().changes(10)).containsExactly(clear, halt, set);
        assertThat(riskControl().changes(1)).containsExactly(clear);
        assertThatThrownBy(() -> riskControl().changes(0))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void changes_are_paged_by_time_and_a_page_has_all_of_its_last_instant() {
        RiskChange first = at(0, new Step.SetLimit(FIVE_OPEN));
        RiskChange halt = at(1, new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED));
        RiskChange clear = at(1, new Step.ClearLimit(LimitName.MAX_OPEN_ORDERS));
        RiskChange lift = at(2, new Step.Lift(Restriction.OPERATOR));
        Stream.of(first, halt, clear, lift).forEach(riskControl()::change);

        assertThat(riskControl().changes(lift.at().plusNanos(1), 2))
                .containsExactly(lift, clear, halt);
        assertThat(riskControl().changes(halt.at(), 2)).containsExactly(first);
        assertThat(riskControl().changes(first.at(), 2)).isEmpty();
        assertThatThrownBy(() -> riskControl().changes(first.at(), 0))
                .isInstanceOf(InvalidValueException.class);
    }

    private static RiskChange at(int second, Step step) {
        return new RiskChange(step, "tester", "because", SampleOrders.START.plusSeconds(second));
    }

    @Test
    void the_strictest_restriction_counts_and_each_is_lifted_by_its_own_source() {
        restrict("sync-watchdog", TradingState.REDUCING);
        restrict(Restriction.OPERATOR, TradingState.HALTED);
        assertThat(riskControl().rules().state()).isEqualTo(TradingState.HALTED);

        riskControl().change(change(new Step.Lift(Restriction.OPERATOR)));
        assertThat(riskControl().rules().state()).isEqualTo(TradingState.REDUCING);
        assertThat(riskControl().rules().restrictions())
                .containsExactly(
                        new Restriction(
                                "sync-watchdog",
                                TradingState.REDUCING,
                                "tester",
                                "because",
                                SampleOrders.START));

        riskControl().change(change(new Step.Lift("sync-watchdog")));
        assertThat(riskControl().rules().state()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void the_next_order_from_anywhere_sees_a_change_of_the_rules() {
        for (int round = 0; round < 20; round++) {
            riskControl()
                    .change(change(new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED)));
            assertThat(exposureOf(elsewhere(), sample.intent()).rules().state())
                    .isEqualTo(TradingState.HALTED);
            controlElsewhere().change(change(new Step.Lift(Restriction.OPERATOR)));
            assertThat(exposureOf(repository(), sample.intent()).rules().state())
                    .isEqualTo(TradingState.ACTIVE);
        }
    }

    @Test
    void the_gate_sees_what_is_held_and_what_is_open_on_its_side() {
        set(FIVE_OPEN);
        Order bought = stored(terms(Side.BUY, "10", new OrderType.Market()));
        assertThat(exposureOf(sample.intent()).netQty()).isEqualTo(NetQuantity.FLAT);
        fill(bought, "10", OrderStatus.FILLED);
        Order sold = stored(terms(Side.SELL, "4", new OrderType.Market()));
        fill(sold, "1.5", OrderStatus.PARTIALLY_FILLED);
        Order other = stored(with(new Symbol("MSFT"), terms(Side.SELL, "9", market())));
        fill(other, "9", OrderStatus.FILLED);

        Exposure seen = exposureOf(sample.intent(terms(Side.SELL, "1", market())));

        assertThat(seen.netQty()).isEqualTo(NetQuantity.of("8.5"));
        assertThat(seen.open()).isEqualTo(new OpenQuantity(Quantity.of("2.5"), Money.ZERO));
        assertThat(seen.openOrders()).isEqualTo(1);
    }

    @Test
    void what_a_chain_of_replacements_traded_is_held_once() {
        set(FIVE_OPEN);
        Order old = stored(terms(Side.BUY, "10", market()));
        assertThat(exposureOf(sample.intent()).netQty()).isEqualTo(NetQuantity.FLAT);
        fill(old, "4", OrderStatus.PARTIALLY_FILLED);
        Order like = sample.intent(terms(Side.BUY, "10", market()));
        Order order =
                Order.replacement(
                        like.id(),
                        like.clientOrderId(),
                        like.idempotencyKey(),
                        old,
                        like.terms(),
                        SampleOrders.START);
        repository().add(order, EVIDENCE);

        fill(order, "4", OrderStatus.PARTIALLY_FILLED);
        assertThat(exposureOf(sample.intent()).netQty()).isEqualTo(NetQuantity.of("4"));
        fill(order, "7", OrderStatus.PARTIALLY_FILLED);
        fill(old, "5", OrderStatus.REPLACED);

        assertThat(exposureOf(sample.intent()).netQty()).isEqualTo(NetQuantity.of("7"));
    }

    @Test
    void a_holding_that_nobody_asked_about_before_is_added_up_from_all_fills() {
        fill(stored(terms(Side.BUY, "0.123456789", market())), "0.123456789", OrderStatus.FILLED);
        fill(stored(terms(Side.BUY, "3", market())), "3", OrderStatus.FILLED);
        fill(stored(terms(Side.SELL, "1", market())), "1", OrderStatus.FILLED);

        set(FIVE_OPEN);

        assertThat(exposureOf(sample.intent()).netQty()).isEqualTo(NetQuantity.of("2.123456789"));
    }

    @Test
    void who_only_looks_sees_what_the_gate_would_see_though_nobody_asked_before() {
        fill(stored(terms(Side.BUY, "3", market())), "3", OrderStatus.FILLED);
        set(FIVE_OPEN);
        Order intent = sample.intent();

        Exposure seen =
                riskControl()
                        .exposure(
                                new ConditionalInsert(
                                        intent, null, RiskContract::approve, EVIDENCE));

        assertThat(seen).isEqualTo(exposureOf(intent));
        assertThat(seen.netQty()).isEqualTo(NetQuantity.of("3"));
    }

    @Test
    void the_version_of_a_holding_changes_with_each_fill_and_with_nothing_else() {
        set(FIVE_OPEN);
        Order order = stored(terms(Side.BUY, "10", market()));
        long first = exposureOf(sample.intent()).holdingVersion();
        fill(order, "0", OrderStatus.NEW);
        assertThat(exposureOf(sample.intent()).holdingVersion()).isEqualTo(first);
        fill(order, "4", OrderStatus.PARTIALLY_FILLED);
        long second = exposureOf(sample.intent()).holdingVersion();
        assertThat(second).isNotEqualTo(first);
        fill(order, "10", OrderStatus.FILLED);
        assertThat(exposureOf(sample.intent()).holdingVersion()).isNotIn(first, second);
    }

    @Test
    void orders_by_cash_are_open_for_their_cash() {
        set(FIVE_OPEN);
        stored(terms(Side.BUY, "1", market()).with(new OrderAmount.ByCash(Money.of("250.5"))));
        stored(terms(Side.BUY, "1", market()).with(new OrderAmount.ByCash(Money.of("49.5"))));

        assertThat(exposureOf(sample.intent()).open())
                .isEqualTo(new OpenQuantity(Quantity.ZERO, Money.of("300")));
    }

    @Test
    void of_two_exits_the_larger_counts_and_held_ones_do_not() {
        set(FIVE_OPEN);
        Order entry = stored(bracket());
        leg(entry, "leg-a", OrderStatus.NEW, "10");
        leg(entry, "leg-b", OrderStatus.NEW, "8");
        Order waiting = stored(terms(Side.BUY, "3", market()));
        leg(waiting, "leg-c", OrderStatus.HELD, "3");

        Exposure seen = exposureOf(sample.intent(terms(Side.SELL, "1", market())));

        assertThat(seen.open().leavesQty()).isEqualTo(Quantity.of("10"));
        assertThat(seen.openOrders()).isEqualTo(5);
    }

    @Test
    void an_unanswered_bracket_may_be_three_open_orders() {
        set(new RiskLimit.MaxOpenOrders(50));
        Order entry = stored(bracket());
        Order simple = sample.intent(terms(Side.BUY, "1", market()));
        assertThat(exposureOf(simple).openOrders()).isEqualTo(3);

        leg(entry, "leg-a", OrderStatus.HELD, "10");
        assertThat(exposureOf(simple).openOrders()).isEqualTo(3);
        leg(entry, "leg-b", OrderStatus.HELD, "10");
        fill(entry, "0", OrderStatus.NEW);

        assertThat(exposureOf(simple).openOrders()).isEqualTo(3);
    }

    @Test
    void a_new_bracket_counts_its_exits_and_a_replacement_brings_none() {
        set(new RiskLimit.MaxOpenOrders(50));
        Order old = stored(bracket());
        fill(old, "0", OrderStatus.NEW);

        assertThat(exposureOf(sample.intent(bracket())).openOrders()).isEqualTo(3);
        assertThat(exposureOf(sample.intent(bracket()), old.id()).openOrders()).isZero();
    }

    @Test
    void exits_of_an_order_without_exits_of_its_own_count_one_by_one() {
        set(FIVE_OPEN);
        Order entry = stored(terms(Side.BUY, "10", market()));
        leg(entry, "leg-a", OrderStatus.NEW, "6");
        leg(entry, "leg-b", OrderStatus.NEW, "4");

        Exposure seen = exposureOf(sample.intent(terms(Side.SELL, "1", market())));

        assertThat(seen.open().leavesQty()).isEqualTo(Quantity.of("10"));
    }

    @Test
    void an_exit_that_waits_is_shown_what_the_other_exits_of_its_entry_are_for() {
        Order entry = stored(terms(Side.BUY, "10", market()));
        waiting(entry, "3");
        leg(entry, "leg-a", OrderStatus.NEW, "2");
        leg(entry, "leg-b", OrderStatus.CANCELED, "5");
        Order other = stored(terms(Side.BUY, "10", market()));
        waiting(other, "7");

        Exposure seen = exposureOf(waitingIntent(entry, "1"));

        assertThat(seen.hangingQty()).isEqualTo(Quantity.of("5"));
    }

    @Test
    void what_waits_goes_out_if_its_gate_lets_it_out_and_it_is_as_it_was_seen() {
        Order entry = stored(terms(Side.BUY, "10", market()));
        fill(entry, "10", OrderStatus.FILLED);
        stored(terms(Side.SELL, "4", market()));
        Order exit = waiting(entry, "6");
        List<Exposure> seen = new ArrayList<>();

        UpdateOutcome refused =
                release(
                        exit,
                        exposure -> {
                            seen.add(exposure);
                            return false;
                        });
        UpdateOutcome released = release(exit, _ -> true);
        UpdateOutcome again = release(exit, _ -> true);

        assertThat(seen.getLast().netQty()).isEqualTo(NetQuantity.of("10"));
        assertThat(seen.getLast().open().leavesQty()).isEqualTo(Quantity.of("4"));
        assertThat(refused).isEqualTo(new UpdateOutcome.Unchanged(exit));
        assertThat(released)
                .isInstanceOfSatisfying(
                        UpdateOutcome.Updated.class,
                        updated ->
                                assertThat(updated.after().status())
                                        .isEqualTo(OrderStatus.PENDING_SUBMIT));
        assertThat(again).isInstanceOf(UpdateOutcome.Unchanged.class);
    }

    @Test
    void of_exits_that_go_out_at_once_from_anywhere_no_more_leave_than_is_held() throws Exception {
        Order entry = stored(terms(Side.BUY, "10", market()));
        fill(entry, "10", OrderStatus.FILLED);
        List<Callable<UpdateOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Order exit = waiting(entry, "3");
            OrderRepository through = i % 2 == 0 ? repository() : elsewhere();
            calls.add(() ->
                    release(
                            through,
                            exit,
                            exposure -> free(exposure).compareTo(Quantity.of("3")) >= 0));
        }

        int out = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<UpdateOutcome> outcome : threads.invokeAll(calls)) {
                out += outcome.get() instanceof UpdateOutcome.Updated ? 1 : 0;
            }
        }

        assertThat(out).isEqualTo(3);
    }

    private static Quantity free(Exposure exposure) {
        return PositionRoom.free(Side.SELL, exposure.netQty(), exposure.open());
    }

    private UpdateOutcome release(Order waiting, Predicate<Exposure> gate) {
        return release(repository(), waiting, gate);
    }

    private static UpdateOutcome release(
            OrderRepository through, Order waiting, Predicate<Exposure> gate) {
        return through.release(new ConditionalRelease(waiting, gate, SampleOrders.START, EVIDENCE));
    }

    private Order waiting(Order entry, String orderQty) {
        Order waiting = waitingIntent(entry, orderQty);
        repository().add(waiting, EVIDENCE);
        return waiting;
    }

    private Order waitingIntent(Order entry, String orderQty) {
        Order like = sample.intent(terms(Side.SELL, orderQty, market()));
        return Order.waiting(
                like.id(),
                like.clientOrderId(),
                like.idempotencyKey(),
                entry.id(),
                like.terms(),
                SampleOrders.START);
    }

    private static NewOrder bracket() {
        return terms(Side.BUY, "10", market())
                .with(
                        new OrderClass.Bracket(
                                new ExitLeg.TakeProfit(Price.of("120")),
                                new ExitLeg.StopLoss(Price.of("80"), null)));
    }

    @Test
    void the_order_that_is_replaced_is_left_out() {
        set(FIVE_OPEN);
        set(new RiskLimit.MaxOrderRate(5, Duration.ofSeconds(1)));
        set(new RiskLimit.DuplicateWindow(Duration.ofSeconds(1)));
        Order old = stored(SampleOrders.tenShares());
        fill(old, "4", OrderStatus.PARTIALLY_FILLED);
        List<Exposure> seen = new ArrayList<>();

        repository()
                .intend(
                        new ConditionalInsert(
                                sample.intent(),
                                old.id(),
                                exposure -> {
                                    seen.add(exposure);
                                    return new Verdict.Approved();
                                },
                                EVIDENCE));

        assertThat(seen.getLast().open()).isEqualTo(OpenQuantity.NONE);
        assertThat(seen.getLast().openOrders()).isZero();
        assertThat(seen.getLast().recentOrders()).isZero();
        assertThat(seen.getLast().twin()).isNull();
        assertThat(seen.getLast().carriedQty()).isEqualTo(Quantity.of("4"));
        assertThat(seen.getLast().netQty()).isEqualTo(NetQuantity.of("4"));
    }

    @Test
    void the_rate_counts_orders_that_went_out_within_the_window() {
        set(new RiskLimit.MaxOrderRate(3, Duration.ofSeconds(10)));
        assertThat(recent()).isZero();
        fill(stored(SampleOrders.tenShares()), "10", OrderStatus.FILLED);
        assertThat(recent()).isEqualTo(1);
        intend(
                sample.intent(),
                _ ->
                        new Verdict.Denied(
                                List.of(new Denial(DenialReason.ORDER_RATE, "a", "b", "c"))));
        assertThat(recent()).isEqualTo(1);
        stored(SampleOrders.tenShares());
        stored(SampleOrders.tenShares());
        stored(SampleOrders.tenShares());
        assertThat(recent()).isEqualTo(3);
        assertThat(exposureOf(later(Duration.ofSeconds(11))).recentOrders()).isZero();
    }

    private int recent() {
        return exposureOf(sample.intent()).recentOrders();
    }

    @Test
    void a_twin_is_an_order_of_the_same_terms_that_came_in_within_the_window() {
        set(new RiskLimit.DuplicateWindow(Duration.ofSeconds(10)));
        Order first = stored(terms(Side.BUY, "10", limit("100")));

        assertThat(twin(terms(Side.BUY, "10.0", limit("100.00")))).isEqualTo(first.id());
        assertThat(twin(terms(Side.SELL, "10", limit("100")))).isNull();
        assertThat(twin(terms(Side.BUY, "11", limit("100")))).isNull();
        assertThat(twin(terms(Side.BUY, "10", limit("101")))).isNull();
        assertThat(twin(terms(Side.BUY, "10", market()))).isNull();
        assertThat(twin(with(new Symbol("MSFT"), terms(Side.BUY, "10", limit("100"))))).isNull();
        assertThat(exposureOf(later(Duration.ofSeconds(11))).twin()).isNull();
        fill(first, "0", OrderStatus.REJECTED);
        assertThat(twin(terms(Side.BUY, "10", limit("100")))).isNull();
    }

    @Test
    void a_twin_is_found_for_orders_of_every_type() {
        set(new RiskLimit.DuplicateWindow(Duration.ofSeconds(10)));
        List<OrderType> types =
                List.of(
                        market(),
                        limit("100"),
                        new OrderType.Stop(Price.of("90")),
                        new OrderType.StopLimit(Price.of("90"), Price.of("89")),
                        new OrderType.TrailingStop(new OrderType.Trail.ByPrice(Price.of("1.25"))),
                        new OrderType.TrailingStop(
                                new OrderType.Trail.ByPercent(new BigDecimal("2.5"))));
        for (OrderType type : types) {
            NewOrder terms = terms(Side.BUY, "10", type);
            assertThat(twin(terms)).isNull();
            Order first = stored(terms);
            assertThat(twin(terms)).isEqualTo(first.id());
        }
    }

    private @Nullable OrderId twin(NewOrder terms) {
        return exposureOf(sample.intent(terms)).twin();
    }

    @Test
    void an_opposite_market_or_stop_order_is_seen_while_it_works() {
        set(new RiskLimit.NoWashTrades());
        NewOrder buy = terms(Side.BUY, "1", limit("100"));
        stored(terms(Side.SELL, "5", limit("110")));
        stored(terms(Side.BUY, "5", market()));
        assertThat(exposureOf(sample.intent(buy)).opposite()).isNull();
        Order stop = stored(terms(Side.SELL, "5", new OrderType.Stop(Price.of("90"))));
        assertThat(exposureOf(sample.intent(buy)).opposite()).isEqualTo(stop.id());
        fill(stop, "5", OrderStatus.FILLED);
        assertThat(exposureOf(sample.intent(buy)).opposite()).isNull();
    }

    @Test
    void threads_and_stores_together_never_pass_the_most_open_orders() throws Exception {
        set(FIVE_OPEN);

        List<IntentOutcome> outcomes =
                together(exposure -> exposure.openOrders() < 5 ? approved() : denied());

        assertThat(outcomes).filteredOn(IntentOutcome.Stored.class::isInstance).hasSize(5);
        assertThat(outcomes).filteredOn(IntentOutcome.Denied.class::isInstance).hasSize(35);
    }

    @Test
    void threads_and_stores_together_never_pass_the_largest_position() throws Exception {
        set(new RiskLimit.MaxPositionValue(Money.of("1000")));
        fill(stored(SampleOrders.tenShares()), "10", OrderStatus.FILLED);

        List<IntentOutcome> outcomes =
                together(exposure ->
                        exposure.netQty()
                                                .plus(exposure.open().leavesQty())
                                                .value()
                                                .compareTo(new BigDecimal(60))
                                        < 0
                                ? approved()
                                : denied());

        assertThat(outcomes).filteredOn(IntentOutcome.Stored.class::isInstance).hasSize(5);
    }

    @Test
    void threads_and_stores_together_never_sell_more_than_is_held() throws Exception {
        restrict(Restriction.OPERATOR, TradingState.HALTED);
        fill(stored(SampleOrders.tenShares()), "10", OrderStatus.FILLED);
        NewOrder three = terms(Side.SELL, "3", market());

        List<IntentOutcome> outcomes =
                together(
                        three,
                        exposure ->
                                PreTradeRisk.verdict(
                                        three,
                                        exposure,
                                        tenAtBroker(exposure),
                                        SampleOrders.START));

        assertThat(outcomes).filteredOn(IntentOutcome.Stored.class::isInstance).hasSize(3);
        assertThat(outcomes).filteredOn(IntentOutcome.Denied.class::isInstance).hasSize(37);
    }

    private static MarketView tenAtBroker(Exposure exposure) {
        return MarketView.NOTHING.withHolding(
                new Observation.Seen<>(
                        new MarketView.BrokerHolding(
                                NetQuantity.of("10"), exposure.holdingVersion()),
                        SampleOrders.START));
    }

    private List<IntentOutcome> together(Function<Exposure, Verdict> gate) throws Exception {
        return together(SampleOrders.tenShares(), gate);
    }

    private List<IntentOutcome> together(NewOrder terms, Function<Exposure, Verdict> gate)
            throws Exception {
        List<Callable<IntentOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            OrderRepository through = i % 2 == 0 ? repository() : elsewhere();
            Order intent = sample.intent(terms);
            calls.add(() -> through.intend(new ConditionalInsert(intent, null, gate, EVIDENCE)));
        }
        Collections.shuffle(calls, new Random(7));
        List<IntentOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<IntentOutcome> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private static Verdict approve(Exposure exposure) {
        return approved();
    }

    private static Verdict approved() {
        return new Verdict.Approved();
    }

    private static Verdict denied() {
        return new Verdict.Denied(
                List.of(new Denial(DenialReason.OPEN_ORDERS, "openOrders", "5", "<5")));
    }

    private IntentOutcome intend(Order intent, Function<Exposure, Verdict> gate) {
        return repository().intend(new ConditionalInsert(intent, null, gate, EVIDENCE));
    }

    /** What the gate of an order is shown; the order is not stored. */
    private Exposure exposureOf(Order intent) {
        return exposureOf(repository(), intent);
    }

    private Exposure exposureOf(Order intent, OrderId replaced) {
        return exposureOf(repository(), intent, replaced);
    }

    private static Exposure exposureOf(OrderRepository repository, Order intent) {
        return exposureOf(repository, intent, null);
    }

    private static Exposure exposureOf(
            OrderRepository repository, Order intent, @Nullable OrderId replaced) {
        List<Exposure> seen = new ArrayList<>();
        repository.intend(
                new ConditionalInsert(
                        intent,
                        replaced,
                        exposure -> {
                            seen.add(exposure);
                            return new Verdict.Undecided(
                                    Set.of(MarketView.Need.PRICES), 0, List.of());
                        },
                        EVIDENCE));
        return seen.getLast();
    }

    private Order stored(NewOrder terms) {
        Order order = sample.intent(terms);
        repository().add(order, EVIDENCE);
        return order;
    }

    private void leg(Order parent, String id, OrderStatus status, String orderQty) {
        NewOrder terms = terms(Side.SELL, orderQty, limit("120"));
        Order template = sample.intent(terms);
        Order leg =
                Order.leg(
                        sample.ids().nextOrderId(),
                        parent,
                        terms,
                        SampleOrders.like(SampleOrders.atBroker(template, status, "0"))
                                .brokerOrderId(new BrokerOrderId(id))
                                .order(),
                        SampleOrders.START);
        repository().add(leg, EVIDENCE);
    }

    private void fill(Order order, String cumQty, OrderStatus status) {
        UpdateOutcome outcome =
                repository()
                        .update(
                                OrderUpdate.applying(
                                        order.id(),
                                        SampleOrders.report(order, status, cumQty),
                                        SampleOrders.START,
                                        EVIDENCE));
        assertThat(outcome).isInstanceOf(UpdateOutcome.Updated.class);
    }

    private Order later(Duration after) {
        Order intent = sample.intent(terms(Side.BUY, "10", limit("100")));
        return Order.intent(
                intent.id(),
                intent.clientOrderId(),
                intent.idempotencyKey(),
                intent.terms(),
                SampleOrders.START.plus(after));
    }

    private void set(RiskLimit limit) {
        riskControl().change(change(new Step.SetLimit(limit)));
    }

    private void restrict(String source, TradingState state) {
        riskControl().change(change(new Step.Restrict(source, state)));
    }

    private static RiskChange change(Step step) {
        return new RiskChange(step, "tester", "because", SampleOrders.START);
    }

    private static NewOrder terms(Side side, String orderQty, OrderType type) {
        return new NewOrder(AAPL, side, Quantity.of(orderQty), type, TimeInForce.DAY);
    }

    private static NewOrder with(Symbol symbol, NewOrder terms) {
        return new NewOrder(
                symbol,
                terms.side(),
                terms.amount(),
                terms.type(),
                terms.timeInForce(),
                terms.tradingHours(),
                terms.orderClass());
    }

    private static OrderType market() {
        return new OrderType.Market();
    }

    private static OrderType limit(String price) {
        return new OrderType.Limit(Price.of(price));
    }
}
