package dev.lockstep.domain.usecase.pretrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
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
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Submitting under limits: what is asked, when, and what comes of no answer. */
class RiskGateTest {
    private static final Symbol AAPL = new Symbol("AAPL");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final FakeMarket market = new FakeMarket();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final ControlRisk controlRisk = new ControlRisk(repository.riskControl(), clock);
    private final SubmitOrder submitOrder =
            new SubmitOrder(
                    repository,
                    broker,
                    sample.ids(),
                    clock,
                    new MarketWatch(broker, market, clock),
                    Assets.unavailable());

    @Test
    void without_limits_nobody_is_asked_for_prices() {
        assertThat(submitted(buy("10"))).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(market.questions()).isZero();
        assertThat(broker.accountQuestions()).isZero();
    }

    @Test
    void a_limit_on_value_asks_for_one_quote_and_remembers_it_for_a_second() {
        quote("100", "101");
        controlRisk.set(new RiskLimit.MaxOrderValue(Money.of("1010")), "tester", "because");

        assertThat(submitted(buy("10"))).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(reasons(submitted(buy("11")))).containsExactly(DenialReason.ORDER_VALUE);
        assertThat(market.questions()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(1));
        submitted(buy("10"));
        assertThat(market.questions()).isEqualTo(2);
    }

    @Test
    void a_quote_that_cannot_be_had_denies_and_says_why() {
        market.down(true);
        controlRisk.set(new RiskLimit.MaxOrderValue(Money.of("1010")), "tester", "because");

        SubmitResult result = submitted(buy("1"));

        assertThat(reasons(result)).containsExactly(DenialReason.CHECK_IMPOSSIBLE);
        assertThat(result.order().state().text()).contains("the fake market is down");
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void a_quote_of_three_days_ago_is_no_price_while_the_market_is_open() {
        quote("100", "101");
        controlRisk.set(new RiskLimit.PriceCollar(BigDecimal.TEN), "tester", "because");
        clock.pass(Duration.ofDays(3));
        broker.marketClock(clock.instant(), true);

        SubmitResult result = submitted(limit("1", "100"));

        assertThat(reasons(result)).containsExactly(DenialReason.CHECK_IMPOSSIBLE);
        assertThat(result.order().state().text()).contains("no fresh price: the last quote is of");
    }

    @Test
    void the_quote_of_the_last_close_is_a_price_over_a_weekend_and_not_longer() {
        quote("100", "101");
        controlRisk.set(new RiskLimit.PriceCollar(BigDecimal.TEN), "tester", "because");
        clock.pass(QuoteFreshness.WHILE_CLOSED);
        broker.marketClock(clock.instant(), false);
        assertThat(submitted(limit("1", "100"))).isInstanceOf(SubmitResult.Submitted.class);

        clock.pass(Duration.ofSeconds(11));
        broker.marketClock(clock.instant(), false);
        assertThat(reasons(submitted(limit("1", "100"))))
                .containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }

    @Test
    void an_old_quote_is_no_price_while_the_market_clock_cannot_be_asked() {
        quote("100", "101");
        controlRisk.set(new RiskLimit.MaxOrderValue(Money.of("1010")), "tester", "because");
        clock.pass(QuoteFreshness.WHILE_OPEN.plusSeconds(1));
        broker.down(true);

        assertThat(reasons(submitted(buy("1")))).containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }

    @Test
    void a_quote_is_judged_by_the_brokers_clock_where_ours_is_wrong() {
        quote("100", "101");
        controlRisk.set(new RiskLimit.PriceCollar(BigDecimal.TEN), "tester", "because");
        clock.step(Duration.ofHours(-3));

        assertThat(submitted(limit("1", "100"))).isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void an_instrument_without_a_quote_denies() {
        controlRisk.set(new RiskLimit.PriceCollar(BigDecimal.TEN), "tester", "because");

        assertThat(reasons(submitted(limit("1", "100"))))
                .containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }

    @Test
    void without_market_data_at_all_a_limit_that_needs_it_denies() {
        SubmitOrder blind =
                SampleUseCases.submitOrder(repository, broker, new SampleOrders().ids(), clock);
        controlRisk.set(new RiskLimit.MaxOrderValue(Money.of("1010")), "tester", "because");

        assertThat(reasons(blind.submit(buy("1")))).containsExactly(DenialReason.CHECK_IMPOSSIBLE);
        assertThat(blind.submit(limit("1", "100"))).isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void a_daily_loss_is_read_from_the_account() {
        controlRisk.set(new RiskLimit.MaxDailyLoss(Money.of("500")), "tester", "because");
        broker.equity(Money.of("9600"), Money.of("10000"));
        assertThat(submitted(buy("1"))).isInstanceOf(SubmitResult.Submitted.class);

        clock.pass(Duration.ofSeconds(10));
        broker.equity(Money.of("9500"), Money.of("10000"));
        assertThat(reasons(submitted(buy("1")))).containsExactly(DenialReason.DAILY_LOSS);

        clock.pass(Duration.ofSeconds(10));
        broker.down(true);
        assertThat(reasons(submitted(buy("1")))).containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }

    @Test
    void a_halt_denies_the_next_order_and_a_resume_lets_it_out() {
        controlRisk.halt("tester", "news");
        SubmitResult denied = submitted(buy("1"));
        assertThat(reasons(denied)).containsExactly(DenialReason.TRADING_HALTED);
        assertThat(denied.order().status()).isEqualTo(OrderStatus.DENIED);
        assertThat(broker.sends()).isEmpty();

        controlRisk.resume("tester", "over");
        assertThat(submitted(buy("1"))).isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void a_watchdog_and_a_person_hold_back_beside_each_other() {
        controlRisk.restrict("sync-watchdog", TradingState.REDUCING, "the sync is old");
        controlRisk.halt("tester", "news");
        controlRisk.lift("sync-watchdog", "the sync is fresh");
        assertThat(reasons(submitted(buy("1")))).containsExactly(DenialReason.TRADING_HALTED);

        controlRisk.restrict("sync-watchdog", TradingState.REDUCING, "the sync is old");
        controlRisk.resume("tester", "over");
        assertThat(reasons(submitted(buy("1")))).containsExactly(DenialReason.TRADING_REDUCING);
    }

    @Test
    void a_watchdogs_brake_lets_only_what_reduces_out_and_keeps_its_words_short() {
        controlRisk.apply("sync", "the last good sync was long ago\n" + "x".repeat(500));
        assertThat(reasons(submitted(buy("1")))).containsExactly(DenialReason.TRADING_REDUCING);
        controlRisk.resume("tester", "over");
        assertThat(reasons(submitted(buy("1")))).containsExactly(DenialReason.TRADING_REDUCING);

        controlRisk.overrule("sync", "tester", "its process is gone");
        assertThat(submitted(buy("1"))).isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void an_order_that_was_stored_a_moment_before_uses_up_the_limit() {
        FailingRepository shared = new FailingRepository();
        new ControlRisk(shared.riskControl(), clock)
                .set(new RiskLimit.MaxOpenOrders(1), "tester", "because");
        SubmitOrder submit = SampleUseCases.submitOrder(shared, broker, sample.ids(), clock);
        shared.beforeIntend(() -> submit.submit(limit("1", "90")));

        SubmitResult second = submit.submit(limit("1", "91"));

        assertThat(reasons(second)).containsExactly(DenialReason.OPEN_ORDERS);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void a_cancel_is_never_held_back() {
        Order order = submitted(limit("1", "90")).order();
        controlRisk.halt("tester", "news");

        assertThat(new CancelOrder(repository, broker, clock).cancel(order.id()))
                .isInstanceOf(CancelResult.Requested.class);
    }

    @Test
    void what_we_and_the_broker_hold_may_be_sold_once_in_a_halt() {
        bought("10");
        broker.position(new Position(AAPL, NetQuantity.of("10")));
        controlRisk.halt("tester", "news");

        assertThat(submitted(sell("4"))).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(submitted(sell("6"))).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(reasons(submitted(sell("1")))).containsExactly(DenialReason.TRADING_HALTED);
        assertThat(broker.sends()).hasSize(3);
    }

    @Test
    void what_the_broker_does_not_hold_any_more_is_not_sold_in_a_halt() {
        bought("10");
        controlRisk.halt("tester", "news");

        assertThat(reasons(submitted(sell("10")))).containsExactly(DenialReason.TRADING_HALTED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void shares_that_were_bought_elsewhere_are_closed_and_not_sold_in_a_halt() {
        broker.position(new Position(AAPL, NetQuantity.of("10")));
        controlRisk.halt("tester", "news");

        assertThat(reasons(submitted(sell("10")))).containsExactly(DenialReason.TRADING_HALTED);
        CloseResult closed =
                new ClosePosition(repository, broker, sample.ids(), clock)
                        .close(AAPL, new ClosePart.Whole());

        assertThat(closed).isInstanceOf(CloseResult.Closing.class);
        assertThat(broker.sends())
                .extracting(order -> order.terms().side())
                .containsExactly(Side.SELL);
    }

    @Test
    void a_halt_with_a_broker_that_cannot_be_asked_still_denies_by_its_own_name() {
        broker.down(true);
        controlRisk.halt("tester", "news");

        assertThat(reasons(submitted(sell("10")))).containsExactly(DenialReason.TRADING_HALTED);
    }

    private void bought(String orderQty) {
        Order order = submitted(buy(orderQty)).order();
        broker.set(order, OrderStatus.FILLED, orderQty);
        new SyncOrders(repository, broker, sample.ids(), clock).sync();
    }

    private SubmitResult submitted(NewOrder terms) {
        return submitOrder.submit(terms);
    }

    private static List<DenialReason> reasons(SubmitResult result) {
        assertThat(result).isInstanceOf(SubmitResult.Denied.class);
        return ((SubmitResult.Denied) result).denials().stream().map(Denial::reason).toList();
    }

    private void quote(String bidPx, String askPx) {
        market.set(
                new Quote(
                        AAPL,
                        Price.of(bidPx),
                        Quantity.of("1"),
                        Price.of(askPx),
                        Quantity.of("1"),
                        clock.instant()));
    }

    private static NewOrder buy(String orderQty) {
        return terms(Side.BUY, orderQty, new OrderType.Market());
    }

    private static NewOrder sell(String orderQty) {
        return terms(Side.SELL, orderQty, new OrderType.Market());
    }

    private static NewOrder limit(String orderQty, String limitPrice) {
        return terms(Side.BUY, orderQty, new OrderType.Limit(Price.of(limitPrice)));
    }

    private static NewOrder terms(Side side, String orderQty, OrderType type) {
        return new NewOrder(AAPL, side, Quantity.of(orderQty), type, TimeInForce.DAY);
    }
}
