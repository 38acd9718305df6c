package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.FakeBroker;
import dev.lockstep.domain.port.FakeMarket;
import dev.lockstep.domain.port.SampleOrders;
import dev.lockstep.domain.port.TestClock;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Submitting with the broker's word on the instrument, and without it. */
class AssetCheckTest {
    private static final Symbol GME = new Symbol("GME");
    private static final Symbol BTC_USD = new Symbol("BTC/USD");

    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final FakeBroker broker = new FakeBroker();
    private final FakeMarket market = new FakeMarket();
    private final TestClock clock = new TestClock();
    private final SubmitOrder submitOrder =
            new SubmitOrder(
                    repository,
                    broker,
                    new SampleOrders().ids(),
                    clock,
                    new MarketWatch(broker, clock),
                    market);

    @Test
    void an_instrument_that_the_broker_does_not_have_is_denied_by_name_kept_and_not_sent() {
        SubmitResult result = submitOrder.submit(order("buy 1"));

        assertThat(text(result))
                .isEqualTo(
                        "SYMBOL_UNKNOWN field=symbol value=GME expected=\"a symbol that the broker"
                                + " has\"");
        assertThat(repository.find(result.order().id())).contains(result.order());
        assertThat(broker.sends()).isEmpty();
    }

    @Test
    void an_instrument_that_the_broker_takes_no_orders_for_is_denied() {
        market.set(asset(GME, false, true, true));

        assertThat(text(submitOrder.submit(order("buy 1"))))
                .isEqualTo(
                        "NOT_TRADABLE field=symbol value=GME expected=\"a symbol that the broker"
                                + " takes orders for\"");
        assertThat(broker.sends()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buy 2    | ",
                "buy 2.0  | ",
                "buy 2.5  | NOT_FRACTIONABLE field=orderQty value=2.5 expected=\"whole shares of GME\"",
                "sell 2.5 | NOT_FRACTIONABLE field=orderQty value=2.5 expected=\"whole shares of GME\"",
                "buy $50  | NOT_FRACTIONABLE field=cashOrderQty value=50 expected=\"a quantity in whole shares of GME\"",
            })
    void only_whole_shares_of_an_instrument_that_is_not_fractionable_are_ordered(
            String wish, @Nullable String denial) {
        market.set(asset(GME, true, true, false));

        assertThat(text(submitOrder.submit(order(wish)))).isEqualTo(denial);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buy 11   | 10 | ",
                "sell 10  | 10 | ",
                "sell 11  | 10 | NOT_SHORTABLE field=orderQty value=11 expected=\"<= 10 held\"",
                "sell 1   | -5 | NOT_SHORTABLE field=orderQty value=1 expected=\"<= 0 held\"",
                "sell $99 | 10 | ",
                "sell $99 | -5 | NOT_SHORTABLE field=cashOrderQty value=99 expected=\"a position to sell from\"",
            })
    void no_more_than_is_held_is_sold_of_an_instrument_that_is_not_shortable(
            String wish, String held, @Nullable String denial) {
        market.set(asset(GME, true, false, true));
        broker.position(new Position(GME, NetQuantity.of(held)));

        assertThat(text(submitOrder.submit(order(wish)))).isEqualTo(denial);
    }

    @Test
    void an_instrument_that_is_not_held_at_all_is_not_sold_where_it_is_not_shortable() {
        market.set(asset(GME, true, false, true));

        assertThat(text(submitOrder.submit(order("sell 1")))).startsWith("NOT_SHORTABLE ");
    }

    @Test
    void an_instrument_that_is_shortable_is_sold_by_who_holds_none() {
        market.set(asset(GME, true, true, true));

        assertThat(submitOrder.submit(order("sell 1"))).isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void a_coin_is_neither_a_fraction_nor_a_short_sale() {
        market.set(asset(BTC_USD, true, false, false));

        assertThat(
                        submitOrder.submit(
                                new NewOrder(
                                        BTC_USD,
                                        Side.SELL,
                                        Quantity.of("0.5"),
                                        new OrderType.Market(),
                                        TimeInForce.GTC)))
                .isInstanceOf(SubmitResult.Submitted.class);
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
        SubmitOrder trusting = new SubmitOrder(repository, broker, new SampleOrders().ids(), clock);

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
        assertThat(text(submitOrder.submit(closing))).startsWith("AUCTION_HOURS ");
    }

    /** Null where the order went out. */
    private static @Nullable String text(SubmitResult result) {
        return result instanceof SubmitResult.Denied denied ? denied.order().state().text() : null;
    }

    private static NewOrder order(String wish) {
        String[] words = wish.split(" ", -1);
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
