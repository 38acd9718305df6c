package dev.lockstep.domain.usecase.pretrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Submitting with the broker's word on the instrument, and without it. */
class AssetCheckTest {
    private static final Symbol GME = new Symbol("GME");
    private static final Symbol BTC_USD = new Symbol("BTC/USD");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final FakeMarket market = new FakeMarket();
    private final TestClock clock = new TestClock();
    private final SubmitOrder submitOrder =
            new SubmitOrder(
                    repository,
                    broker,
                    new SampleOrders().ids(),
                    clock,
                    new MarketWatch(broker, MarketData.unavailable(), clock),
                    market);

    private final SubmitOrder quoted =
            new SubmitOrder(
                    repository,
                    broker,
                    new SampleOrders().ids(),
                    clock,
                    new MarketWatch(broker, market, clock),
                    market);

    @Test
    void an_instrument_that_the_broker_does_not_have_is_denied_by_name_kept_and_not_sent() {
        SubmitResult result = submitOrder.submit(order("buy 1"));

        assertThat(text(result))
                .isEqualTo(
                        "symbol_unknown field=symbol value=GME expected=\"a symbol that the broker"
                                + " has\"");
        assertThat(repository.find(result.order().id())).contains(result.order());
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void an_instrument_that_the_broker_takes_no_orders_for_is_denied() {
        market.set(asset(GME, false, true, true));

        assertThat(text(submitOrder.submit(order("buy 1"))))
                .isEqualTo(
                        "not_tradable field=symbol value=GME expected=\"a symbol that the broker"
                                + " takes orders for\"");
        assertThat(broker.sends()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buy 2    | ",
                "buy 2.0  | ",
                "buy 2.5  | not_fractionable field=qty value=2.5 expected=\"whole shares of GME\"",
                "sell 2.5 | not_fractionable field=qty value=2.5 expected=\"whole shares of GME\"",
                "buy $50  | not_fractionable field=notional value=50 expected=\"a quantity in whole shares of GME\"",
            })
    void only_whole_shares_of_an_instrument_that_is_not_fractionable_are_ordered(
            String request, @Nullable String denial) {
        market.set(asset(GME, true, true, false));

        assertThat(text(submitOrder.submit(order(request)))).isEqualTo(denial);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buy 11   | 10 | ",
                "sell 10  | 10 | ",
                "sell 11  | 10 | not_shortable field=qty value=11 expected=\"<= 10 held\"",
                "sell 1   | -5 | not_shortable field=qty value=1 expected=\"<= 0 held\"",
                "sell $99 | 10 | ",
                "sell $99 | -5 | not_shortable field=notional value=99 expected=\"a position to sell from\"",
            })
    void no_more_than_is_held_is_sold_of_an_instrument_that_is_not_shortable(
            String request, String held, @Nullable String denial) {
        market.set(asset(GME, true, false, true));
        broker.position(new Position(GME, NetQuantity.of(held)));

        assertThat(text(submitOrder.submit(order(request)))).isEqualTo(denial);
    }

    @Test
    void an_instrument_that_is_not_held_at_all_is_not_sold_where_it_is_not_shortable() {
        market.set(asset(GME, true, false, true));

        assertThat(text(submitOrder.submit(order("sell 1")))).startsWith("not_shortable ");
    }

    @Test
    void an_instrument_that_is_shortable_is_sold_by_who_holds_none() {
        market.set(asset(GME, true, true, true));

        assertThat(submitOrder.submit(order("sell 1"))).isInstanceOf(SubmitResult.Submitted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sell 0.5 | 0.5 | ",
                "sell 0.6 | 0.5 | not_shortable field=qty value=0.6 expected=\"<= 0.5 held\"",
            })
    void a_coin_comes_in_parts_and_is_never_sold_short(
            String request, String held, @Nullable String denial) {
        market.set(asset(BTC_USD, true, true, false));
        broker.position(new Position(BTC_USD, NetQuantity.of(held)));

        assertThat(text(submitOrder.submit(coins(request)))).isEqualTo(denial);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sell 2.5 | 10 | ",
                "sell 2.5 | 2  | not_shortable field=qty value=2.5 expected=\"<= 2 held\"",
                "sell $99 | 0  | not_shortable field=notional value=99 expected=\"a position to sell from\"",
                "sell 11  | 10 | ",
            })
    void parts_of_a_share_are_never_sold_short(
            String request, String held, @Nullable String denial) {
        market.set(asset(GME, true, true, true));
        if (!held.equals("0")) {
            broker.position(new Position(GME, NetQuantity.of(held)));
        }

        assertThat(text(submitOrder.submit(order(request)))).isEqualTo(denial);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELL | 10  | ",
                "SELL | 9   | exit_quantity field=qty value=10 expected=\"<= 9 held\"",
                "BUY  | 10  | exit_quantity field=qty value=10 expected=\"<= 0 held\"",
                "BUY  | -10 | ",
            })
    void a_one_cancels_other_order_only_exits_a_position(
            Side side, String held, @Nullable String denial) {
        market.set(asset(GME, true, true, true));
        broker.position(new Position(GME, NetQuantity.of(held)));

        assertThat(text(submitOrder.submit(exits(side)))).isEqualTo(denial);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BUY  | 100.5 | ",
                "BUY  | 100   | ",
                "BUY  | 99    | stop_price field=stopPrice value=99 expected=\"> 99\"",
                "SELL | 99.5  | ",
                "SELL | 101   | stop_price field=stopPrice value=101 expected=\"< 101\"",
            })
    void a_stop_that_the_market_has_passed_is_denied(
            Side side, String stop, @Nullable String denial) {
        market.set(asset(GME, true, true, true));
        market.set(quote(GME, "99", "101", clock.instant()));

        assertThat(text(quoted.submit(stop(side, stop)))).isEqualTo(denial);
    }

    @Test
    void a_quote_from_before_the_market_went_to_rest_denies_nothing() {
        market.set(asset(GME, true, true, true));
        market.set(quote(GME, "99", "101", clock.instant().minusSeconds(61)));

        assertThat(text(quoted.submit(stop(Side.BUY, "50")))).isNull();
    }

    @Test
    void coins_worth_less_than_ten_dollars_at_the_dearer_price_are_denied() {
        market.set(asset(BTC_USD, true, false, false));
        market.set(quote(BTC_USD, "99", "100", clock.instant()));

        assertThat(text(quoted.submit(coins("buy 0.1")))).isNull();
        assertThat(text(quoted.submit(coins("buy 0.099"))))
                .isEqualTo("minimum_value field=value value=9.9 expected=\">= 10\"");
    }

    @Test
    void an_exit_on_the_wrong_side_of_the_market_is_denied_beside_a_market_entry() {
        market.set(asset(GME, true, true, true));
        market.set(quote(GME, "99", "101", clock.instant()));
        NewOrder entry =
                new NewOrder(
                                GME,
                                Side.BUY,
                                Quantity.of("10"),
                                new OrderType.Market(),
                                TimeInForce.DAY)
                        .with(
                                new OrderClass.Bracket(
                                        new ExitLeg.TakeProfit(Price.of("98")),
                                        new ExitLeg.StopLoss(Price.of("97"), null)));

        assertThat(text(quoted.submit(entry)))
                .isEqualTo("exit_price field=takeProfit value=98 expected=\"> 99\"");
    }

    @Test
    void an_instrument_that_cannot_be_asked_for_does_not_stop_trading() {
        market.down(true);

        assertThat(submitOrder.submit(order("buy 1"))).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void a_holding_that_cannot_be_asked_for_does_not_stop_a_sale() {
        market.set(asset(GME, true, false, true));
        broker.down(true);

        assertThat(submitOrder.submit(order("sell 1")).order().status())
                .isNotEqualTo(OrderStatus.DENIED);
    }

    @Test
    void without_assets_the_venue_alone_judges_the_instrument() {
        SubmitOrder trusting =
                SampleUseCases.submitOrder(repository, broker, new SampleOrders().ids(), clock);

        assertThat(trusting.submit(order("buy 2.5"))).isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void an_order_that_went_out_is_found_by_its_key_although_it_would_be_denied_now() {
        market.set(asset(GME, true, true, true));
        IdempotencyKey key = new IdempotencyKey("click-1");
        Order sent = submitOrder.submit(order("buy 1"), key).order();
        market.set(asset(GME, false, true, true));

        assertThat(submitOrder.submit(order("buy 1"), key))
                .isEqualTo(new SubmitResult.AlreadySubmitted(sent));
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_order_for_an_auction_is_judged_by_the_time_at_which_it_is_submitted() {
        market.set(asset(GME, true, true, true));
        NewOrder closing =
                new NewOrder(
                        GME, Side.BUY, Quantity.of("1"), new OrderType.Market(), TimeInForce.CLS);

        assertThat(submitOrder.submit(closing)).isInstanceOf(SubmitResult.Submitted.class);
        clock.pass(Duration.ofMinutes(6 * 60 + 20));
        assertThat(text(submitOrder.submit(closing))).startsWith("auction_hours ");
    }

    /** Null where the order went out. */
    private static @Nullable String text(SubmitResult result) {
        return result instanceof SubmitResult.Denied denied ? denied.order().state().text() : null;
    }

    private static NewOrder order(String request) {
        String[] words = request.split(" ", -1);
        boolean cash = words[1].startsWith("$");
        NewOrder order =
                new NewOrder(
                        GME,
                        words[0].equals("buy") ? Side.BUY : Side.SELL,
                        Quantity.of(cash ? "1" : words[1]),
                        new OrderType.Market(),
                        TimeInForce.DAY);
        return cash ? order.with(new OrderAmount.ByCash(Money.of(words[1].substring(1)))) : order;
    }

    private static NewOrder coins(String request) {
        String[] words = request.split(" ", -1);
        return new NewOrder(
                BTC_USD,
                words[0].equals("buy") ? Side.BUY : Side.SELL,
                Quantity.of(words[1]),
                new OrderType.Market(),
                TimeInForce.GTC);
    }

    private static NewOrder exits(Side side) {
        boolean sale = side == Side.SELL;
        return new NewOrder(
                        GME,
                        side,
                        Quantity.of("10"),
                        new OrderType.Limit(Price.of(sale ? "110" : "90")),
                        TimeInForce.GTC)
                .with(
                        new OrderClass.OneCancelsOther(
                                new ExitLeg.StopLoss(Price.of(sale ? "90" : "110"), null)));
    }

    private static NewOrder stop(Side side, String stop) {
        return new NewOrder(
                GME, side, Quantity.of("1"), new OrderType.Stop(Price.of(stop)), TimeInForce.DAY);
    }

    private static Quote quote(Symbol symbol, String bid, String ask, Instant at) {
        return new Quote(
                symbol, Price.of(bid), Quantity.of("1"), Price.of(ask), Quantity.of("1"), at);
    }

    private static Asset asset(
            Symbol symbol, boolean tradable, boolean shortable, boolean fractionable) {
        return new Asset(
                symbol,
                symbol.value(),
                "NYSE",
                tradable,
                true,
                shortable,
                shortable,
                fractionable,
                null,
                null,
                null);
    }
}
