package dev.lockstep.domain.usecase.pretrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Submitting under the limits of a strategy. */
class StrategyGateTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");
    private static final StrategyId TREND = new StrategyId("trend");
    private static final StrategyId MEAN = new StrategyId("mean");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final FakeMarket market = new FakeMarket();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final ControlRisk controlRisk = new ControlRisk(repository.riskControl(), clock);
    private final MarketWatch watch = new MarketWatch(broker, market, clock);
    private final SubmitOrder submitOrder =
            new SubmitOrder(repository, broker, sample.ids(), clock, watch, Assets.unavailable());

    @BeforeEach
    void quotes() {
        quote(AAPL, "100", "101");
        quote(MSFT, "50", "51");
    }

    @Test
    void a_limit_of_a_strategy_denies_its_orders_alone_and_names_it() {
        set(TREND, new RiskLimit.MaxOrderQty(Quantity.of("5")));

        assertThat(denial(buy(TREND, AAPL, "6")))
                .isEqualTo("order_quantity field=qty value=6 expected=\"<=5\" strategy=trend");
        assertThat(denial(buy(TREND, AAPL, "5"))).isNull();
        assertThat(denial(buy(MEAN, AAPL, "6"))).isNull();
        assertThat(denial(buy(null, AAPL, "6"))).isNull();
    }

    @Test
    void the_limits_of_account_and_strategy_apply_both() {
        set(TREND, new RiskLimit.MaxOrderQty(Quantity.of("5")));
        controlRisk.set(new RiskLimit.MaxOrderQty(Quantity.of("4")), "tester", "because");

        assertThat(denial(buy(TREND, AAPL, "6")))
                .isEqualTo(
                        "order_quantity field=qty value=6 expected=\"<=4\"; order_quantity"
                                + " field=qty value=6 expected=\"<=5\" strategy=trend");
        assertThat(denial(buy(TREND, AAPL, "5"))).contains("<=4").doesNotContain("strategy");
    }

    @Test
    void a_paused_strategy_may_reduce_what_it_holds_and_cancel_and_nothing_else() {
        bought(TREND, AAPL, "10");
        bought(MEAN, AAPL, "10");
        holds(AAPL, "20");
        Order resting = accepted(limit(TREND, Side.BUY, "1", "90"));
        controlRisk.pause(TREND, "ann", "looks wrong");

        assertThat(denial(buy(TREND, AAPL, "1")))
                .isEqualTo(
                        "strategy_paused field=operator value=\"looks wrong\" expected=\"only"
                                + " orders that reduce what the strategy holds, until it is"
                                + " resumed\" strategy=trend");
        assertThat(denial(sell(TREND, AAPL, "11"))).startsWith("strategy_paused");
        assertThat(denial(sell(TREND, AAPL, "10"))).isNull();
        assertThat(denial(sell(TREND, AAPL, "1"))).startsWith("strategy_paused");
        assertThat(denial(buy(MEAN, AAPL, "1"))).isNull();
        assertThat(new CancelOrder(repository, broker, clock).cancel(resting.id()))
                .isInstanceOf(CancelResult.Requested.class);

        controlRisk.resume(TREND, "ann", "fixed");
        assertThat(denial(buy(TREND, AAPL, "1"))).isNull();
    }

    @Test
    void
            an_order_that_reduces_the_account_and_opens_for_its_strategy_is_an_entry_of_the_strategy() {
        bought(MEAN, AAPL, "10");
        holds(AAPL, "10");
        controlRisk.pause(TREND, "ann", "looks wrong");

        assertThat(denial(sell(TREND, AAPL, "5"))).startsWith("strategy_paused");
    }

    @Test
    void what_the_broker_has_less_than_we_do_is_no_part_that_can_be_reduced() {
        bought(TREND, AAPL, "10");
        holds(AAPL, "4");
        controlRisk.pause(TREND, "ann", "looks wrong");

        assertThat(denial(sell(TREND, AAPL, "5"))).startsWith("strategy_paused");
        assertThat(denial(sell(TREND, AAPL, "4"))).isNull();
    }

    @Test
    void a_part_is_reduced_although_another_strategy_is_on_the_other_side() {
        bought(TREND, AAPL, "10");
        sold(MEAN, AAPL, "10");
        controlRisk.pause(TREND, "ann", "looks wrong");

        assertThat(denial(sell(TREND, AAPL, "10"))).isNull();
    }

    @Test
    void a_pause_after_the_order_was_stored_holds_a_replacement_back() {
        Order resting = accepted(limit(TREND, Side.BUY, "1", "90"));
        controlRisk.pause(TREND, "ann", "looks wrong");

        ReplaceResult result =
                new ReplaceOrder(
                                repository,
                                broker,
                                sample.ids(),
                                clock,
                                watch,
                                Assets.unavailable())
                        .replace(
                                resting.id(),
                                new ReplaceRequest(Quantity.of("2"), null, null, null, null));

        assertThat(result).isInstanceOf(ReplaceResult.Denied.class);
    }

    @Test
    void holdings_and_open_orders_of_a_strategy_stay_within_its_budget() {
        set(TREND, new RiskLimit.CapitalBudget(Money.of("2000")));
        bought(TREND, MSFT, "20");
        accepted(limit(TREND, Side.BUY, "5", "90"));

        assertThat(denial(limit(TREND, Side.BUY, "6", "90")))
                .isEqualTo(
                        "capital_budget field=capitalInUse value=2010 expected=\"<=2000\""
                                + " strategy=trend");
        assertThat(denial(limit(TREND, Side.BUY, "5", "90"))).isNull();
        assertThat(denial(limit(MEAN, Side.BUY, "500", "90"))).isNull();
        holds(MSFT, "20");
        assertThat(denial(sell(TREND, MSFT, "20"))).isNull();
    }

    @Test
    void an_entry_needs_the_cash_of_the_account_for_all_open_buys() {
        set(TREND, new RiskLimit.NoMargin());
        broker.cash(Money.of("1000"));
        accepted(limit(MEAN, Side.BUY, "5", "100"));

        assertThat(denial(limit(TREND, Side.BUY, "6", "90")))
                .isEqualTo(
                        "on_margin field=openBuys value=1040 expected=\"<=1000, the cash of the"
                                + " account\" strategy=trend");
        assertThat(denial(limit(TREND, Side.BUY, "5", "90"))).isNull();
        assertThat(denial(sell(TREND, AAPL, "1"))).startsWith("on_margin field=side value=sell");
        assertThat(denial(limit(MEAN, Side.BUY, "600", "90"))).isNull();
    }

    @Test
    void the_loss_of_a_strategy_since_the_last_close_is_its_own() {
        Price close = Price.of("60");
        market.set(
                new DailyBars(
                        new Bar(
                                MSFT,
                                clock.instant(),
                                close,
                                close,
                                close,
                                close,
                                Quantity.of("1")),
                        null));
        bought(TREND, MSFT, "20");
        clock.pass(Duration.ofDays(1));
        quotes();
        set(TREND, new RiskLimit.MaxDailyLoss(Money.of("200")));

        assertThat(denial(buy(TREND, AAPL, "1")))
                .isEqualTo("daily_loss field=dailyLoss value=200 expected=\"<200\" strategy=trend");
        assertThat(denial(buy(MEAN, AAPL, "1"))).isNull();
        holds(MSFT, "20");
        assertThat(denial(sell(TREND, MSFT, "5"))).isNull();

        set(TREND, new RiskLimit.MaxDailyLoss(Money.of("201")));
        assertThat(denial(buy(TREND, AAPL, "1"))).isNull();
    }

    @Test
    void a_price_that_is_too_old_or_missing_denies_and_names_the_instrument() {
        bought(TREND, MSFT, "20");
        clock.pass(Duration.ofDays(1));
        quote(AAPL, "100", "101");
        broker.marketClock(clock.instant(), true);
        set(TREND, new RiskLimit.MaxDailyLoss(Money.of("200")));

        assertThat(denial(buy(TREND, AAPL, "1")))
                .contains("check_impossible field=marks value=\"MSFT: no fresh price")
                .contains(
                        "check_impossible field=last_closes value=\"MSFT: the price at the last"
                                + " close is not known\"");
    }

    private @Nullable String denial(NewOrder terms) {
        SubmitResult result = submitOrder.submit(terms, sample.intent().idempotencyKey());
        return result instanceof SubmitResult.Denied denied ? denied.order().state().text() : null;
    }

    private Order accepted(NewOrder terms) {
        Order order = submitOrder.submit(terms, sample.intent().idempotencyKey()).order();
        assertThat(order.status().open()).isTrue();
        return order;
    }

    private void bought(StrategyId strategy, Symbol symbol, String quantity) {
        traded(buy(strategy, symbol, quantity), quantity);
    }

    private void sold(StrategyId strategy, Symbol symbol, String quantity) {
        traded(sell(strategy, symbol, quantity), quantity);
    }

    private void traded(NewOrder terms, String quantity) {
        Order order = submitOrder.submit(terms, sample.intent().idempotencyKey()).order();
        broker.set(order, OrderStatus.FILLED, quantity);
        new SyncOrders(repository, broker, sample.ids(), clock).sync();
        assertThat(repository.find(order.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.FILLED);
    }

    private void holds(Symbol symbol, String netQty) {
        broker.noPositions();
        broker.position(new Position(symbol, NetQuantity.of(netQty)));
    }

    private void quote(Symbol symbol, String bid, String ask) {
        market.set(
                new Quote(
                        symbol,
                        Price.of(bid),
                        Quantity.of("1"),
                        Price.of(ask),
                        Quantity.of("1"),
                        clock.instant()));
    }

    private void set(StrategyId strategy, RiskLimit limit) {
        controlRisk.set(strategy, limit, "tester", "because");
    }

    private static NewOrder buy(@Nullable StrategyId strategy, Symbol symbol, String quantity) {
        return terms(strategy, symbol, Side.BUY, quantity, new OrderType.Market());
    }

    private static NewOrder sell(@Nullable StrategyId strategy, Symbol symbol, String quantity) {
        return terms(strategy, symbol, Side.SELL, quantity, new OrderType.Market());
    }

    private static NewOrder limit(StrategyId strategy, Side side, String quantity, String price) {
        return terms(strategy, AAPL, side, quantity, new OrderType.Limit(Price.of(price)));
    }

    private static NewOrder terms(
            @Nullable StrategyId strategy,
            Symbol symbol,
            Side side,
            String quantity,
            OrderType type) {
        return new NewOrder(symbol, side, Quantity.of(quantity), type, TimeInForce.DAY)
                .with(strategy);
    }
}
