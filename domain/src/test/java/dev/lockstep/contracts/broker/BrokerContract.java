package dev.lockstep.contracts.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.market.TradingDay;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.port.broker.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Broker} promises, in numbered cases; each implementation extends it against a
 * venue of its own. The orders that rest are bids far below the market.
 */
public abstract class BrokerContract {
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol BTC_USD = new Symbol("BTC/USD");
    private static final NewOrder RESTING =
            order(AAPL, Side.BUY, "1", new OrderType.Limit(Price.of("1.5")), TimeInForce.GTC);

    private static final NewOrder AT_MARKET =
            order(AAPL, Side.BUY, "1", new OrderType.Market(), TimeInForce.DAY);

    private static final BrokerOrderId NOWHERE =
            new BrokerOrderId(UUID.nameUUIDFromBytes(new byte[9]).toString());

    /** The broker under test, ready to trade. */
    protected abstract Broker broker();

    /** The prices of the same venue. */
    protected abstract MarketData marketData();

    /** The instruments of the same venue. */
    protected abstract Assets assets();

    /** The trading days of the same venue. */
    protected abstract TradingCalendar calendar();

    /** The history of the same account. */
    protected abstract AccountHistory history();

    /** Ids that this venue has never seen. */
    protected abstract OrderIds ids();

    /** Whether a market order trades now, which needs an open market. */
    protected abstract boolean marketOrdersFill();

    /** Whether all orders and positions of the account may be ended. */
    protected abstract boolean accountIsOurs();

    @Test
    void case_01_an_order_is_acknowledged_as_it_was_sent() {
        Order order = intent(RESTING);

        BrokerOrder there = acknowledged(order);

        assertThat(there.isOf(order)).isTrue();
        assertThat(there.cumQty()).isEqualTo(Quantity.ZERO);
        assertThat(there.avgPx()).isNull();
    }

    @Test
    void case_02_an_order_is_found_under_both_its_ids() {
        Order order = intent(RESTING);
        BrokerOrder there = acknowledged(order);

        assertThat(found(broker().find(order.clientOrderId())).brokerOrderId())
                .isEqualTo(there.brokerOrderId());
        assertThat(found(broker().find(there.brokerOrderId())).clientOrderId())
                .isEqualTo(order.clientOrderId());
    }

    @Test
    void case_03_a_client_order_id_that_was_used_is_refused_as_such() {
        Order order = intent(RESTING);
        acknowledged(order);

        assertThat(broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RejectReason.DUPLICATE_CLIENT_ORDER_ID));
    }

    @Test
    void case_04_a_client_order_id_stays_used_after_a_cancel() {
        Order order = intent(RESTING);
        BrokerOrder there = acknowledged(order);
        broker().cancel(there.brokerOrderId());
        awaitClosed(there.brokerOrderId());

        assertThat(broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RejectReason.DUPLICATE_CLIENT_ORDER_ID));
    }

    @Test
    void case_05_orders_that_are_not_there_are_absent() {
        ClientOrderId stranger = intent(RESTING).clientOrderId();

        assertThat(broker().find(stranger)).isInstanceOf(OrderLookup.Absent.class);
        assertThat(broker().find(NOWHERE)).isInstanceOf(OrderLookup.Absent.class);
    }

    @Test
    void case_06_a_resting_order_is_among_the_open_ones() {
        BrokerOrder there = acknowledged(intent(RESTING));

        assertThat(listed(broker().openOrders()))
                .extracting(BrokerOrder::brokerOrderId)
                .contains(there.brokerOrderId());
    }

    @Test
    void case_07_a_canceled_order_ends_canceled_and_is_open_no_more() {
        BrokerOrder there = acknowledged(intent(RESTING));

        assertThat(broker().cancel(there.brokerOrderId()))
                .isInstanceOf(CancelAnswer.Requested.class);

        awaitClosed(there.brokerOrderId());
        assertThat(status(found(broker().find(there.brokerOrderId()))))
                .isEqualTo(OrderStatus.CANCELED);
        assertThat(listed(broker().openOrders()))
                .extracting(BrokerOrder::brokerOrderId)
                .doesNotContain(there.brokerOrderId());
    }

    @Test
    void case_08_a_cancel_of_an_order_that_is_not_there_says_so() {
        assertThat(broker().cancel(NOWHERE)).isInstanceOf(CancelAnswer.Absent.class);
    }

    @Test
    void case_09_a_market_order_fills_and_makes_a_position() {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrder there = acknowledged(intent(AT_MARKET));

        awaitClosed(there.brokerOrderId());

        BrokerOrder filled = found(broker().find(there.brokerOrderId()));
        assertThat(status(filled)).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.cumQty()).isEqualTo(Quantity.of("1"));
        assertThat(filled.avgPx()).isNotNull();
        Eventually.within(
                BOUND,
                "a position in AAPL",
                () ->
                        listed(broker().positions()).stream()
                                .anyMatch(position -> position.symbol().equals(AAPL)));
    }

    @Test
    void case_10_a_cancel_of_a_filled_order_is_refused() {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrder there = acknowledged(intent(AT_MARKET));
        awaitClosed(there.brokerOrderId());

        assertThat(broker().cancel(there.brokerOrderId())).isInstanceOf(CancelAnswer.Refused.class);
    }

    @Test
    void case_11_the_list_of_orders_shows_open_and_closed_ones_once_each() {
        List<BrokerOrderId> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(acknowledged(intent(RESTING)).brokerOrderId());
        }
        broker().cancel(sent.getFirst());
        awaitClosed(sent.getFirst());

        List<BrokerOrderId> listed =
                listed(broker().ordersSince(Instant.EPOCH)).stream()
                        .map(BrokerOrder::brokerOrderId)
                        .toList();

        assertThat(listed).containsAll(sent).doesNotHaveDuplicates();
    }

    @Test
    void case_12_an_order_in_something_that_does_not_exist_is_refused() {
        assertThat(
                        refusal(
                                order(
                                        new Symbol("ZZZZQ"),
                                        Side.BUY,
                                        "1",
                                        new OrderType.Market(),
                                        TimeInForce.DAY)))
                .isEqualTo(RejectReason.UNKNOWN_SYMBOL);
    }

    @Test
    void case_13_an_order_beyond_the_money_is_refused() {
        assertThat(
                        refusal(
                                order(
                                        AAPL,
                                        Side.BUY,
                                        "900000000",
                                        new OrderType.Limit(Price.of("150")),
                                        TimeInForce.DAY)))
                .isEqualTo(RejectReason.INSUFFICIENT_BUYING_POWER);
    }

    @Test
    void case_14_a_price_between_the_steps_is_refused() {
        assertThat(
                        refusal(
                                order(
                                        AAPL,
                                        Side.BUY,
                                        "1",
                                        new OrderType.Limit(Price.of("1.555")),
                                        TimeInForce.DAY)))
                .isEqualTo(RejectReason.PRICE_RULE);
    }

    @Test
    void case_15_the_account_has_money() {
        assertThat(complete(broker().account()).buyingPower()).isGreaterThan(Money.ZERO);
    }

    @Test
    void case_16_the_clock_tells_the_next_open_and_close() {
        assertThat(complete(broker().clock()).nextClose())
                .isAfter(complete(broker().clock()).now());
    }

    @Test
    void case_17_a_replace_makes_a_new_order_in_the_place_of_the_old_one() {
        BrokerOrder old = working(intent(RESTING));
        Replacement requested = replacement("2", "1.25");

        BrokerOrder there = replaced(old, requested);

        assertThat(there.brokerOrderId()).isNotEqualTo(old.brokerOrderId());
        assertThat(there.clientOrderId()).isEqualTo(requested.clientOrderId());
        assertThat(there.replaces()).isEqualTo(old.brokerOrderId());
        assertThat(there.amount()).isEqualTo(new OrderAmount.ByQuantity(Quantity.of("2")));
        awaitStatus(old.brokerOrderId(), OrderStatus.REPLACED);
        assertThat(found(broker().find(old.brokerOrderId())).replacedBy())
                .isEqualTo(there.brokerOrderId());
        assertThat(found(broker().find(requested.clientOrderId())).brokerOrderId())
                .isEqualTo(there.brokerOrderId());
    }

    @Test
    void case_18_replaces_of_replacements_make_a_chain() {
        BrokerOrder first = working(intent(RESTING));
        BrokerOrder second = replaced(first, replacement("2", "1.25"));
        awaitStatus(second.brokerOrderId(), OrderStatus.NEW);
        BrokerOrder third = replaced(second, replacement("3", "1.2"));

        assertThat(third.replaces()).isEqualTo(second.brokerOrderId());
        awaitStatus(second.brokerOrderId(), OrderStatus.REPLACED);
        assertThat(found(broker().find(second.brokerOrderId())).replaces())
                .isEqualTo(first.brokerOrderId());
    }

    @Test
    void case_19_a_replace_of_an_order_that_ended_is_refused() {
        BrokerOrder there = working(intent(RESTING));
        broker().cancel(there.brokerOrderId());
        awaitClosed(there.brokerOrderId());

        assertThat(
                        broker().replace(
                                        there.brokerOrderId(),
                                        replacement("2", "1.25"),
                                        SendGuard.ALWAYS))
                .isInstanceOf(ReplaceAnswer.Refused.class);
    }

    @Test
    void case_20_a_replace_of_an_order_that_is_not_there_says_so() {
        assertThat(broker().replace(NOWHERE, replacement("2", "1.25"), SendGuard.ALWAYS))
                .isInstanceOf(ReplaceAnswer.Absent.class);
    }

    @Test
    void case_21_a_cancel_of_all_answers_for_each_open_order() {
        assumeOurs();
        BrokerOrderId one = working(intent(RESTING)).brokerOrderId();
        BrokerOrderId two = working(intent(RESTING)).brokerOrderId();

        CancelAllAnswer answer = broker().cancelAll();

        assertThat(answer)
                .isInstanceOfSatisfying(
                        CancelAllAnswer.Answered.class,
                        answered ->
                                assertThat(answered.byOrder())
                                        .containsKeys(one, two)
                                        .allSatisfy((_, each) ->
                                                assertThat(each)
                                                        .isInstanceOf(
                                                                CancelAnswer.Requested.class)));
        awaitStatus(one, OrderStatus.CANCELED);
        awaitStatus(two, OrderStatus.CANCELED);
    }

    @Test
    void case_22_a_cancel_of_all_where_nothing_is_open_answers_for_none() {
        assumeOurs();
        broker().cancelAll();
        Eventually.within(BOUND, "no open order", () -> listed(broker().openOrders()).isEmpty());

        assertThat(broker().cancelAll())
                .isInstanceOfSatisfying(
                        CancelAllAnswer.Answered.class,
                        answered -> assertThat(answered.byOrder()).isEmpty());
    }

    @Test
    void case_23_a_sell_against_a_resting_bid_of_ours_is_refused_and_names_it() {
        flatten();
        awaitClosed(acknowledged(intent(AT_MARKET)).brokerOrderId());
        awaitHeld("1");
        BrokerOrderId bid = working(intent(RESTING)).brokerOrderId();

        SubmitAnswer answer =
                broker().submit(
                                intent(
                                        order(
                                                AAPL,
                                                Side.SELL,
                                                "1",
                                                new OrderType.Market(),
                                                TimeInForce.DAY)),
                                SendGuard.ALWAYS);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(RejectReason.WASH_TRADE);
                            assertThat(refused.blockedBy()).containsExactly(bid);
                        });
    }

    @Test
    void case_24_the_fills_of_an_order_add_up_to_what_it_traded() {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrderId traded = acknowledged(intent(AT_MARKET)).brokerOrderId();
        awaitClosed(traded);
        BrokerOrder order = found(broker().find(traded));
        Instant since = order.submittedAt().minusSeconds(60);

        Eventually.within(
                BOUND,
                "the fills of " + traded,
                () -> filled(fills(since, traded)).equals(order.cumQty()));

        List<Fill> fills = fills(since, traded);
        assertThat(fills).extracting(Fill::executionId).doesNotHaveDuplicates();
        assertThat(fills.getLast().cumQty()).isEqualTo(order.cumQty());
        assertThat(fills.getLast().leavesQty()).isEqualTo(Quantity.ZERO);
        assertThat(fills)
                .allSatisfy(fill -> {
                    assertThat(fill.symbol()).isEqualTo(AAPL);
                    assertThat(fill.side()).isEqualTo(Side.BUY);
                    assertThat(fill.transactTime()).isAfterOrEqualTo(since);
                });
        assertThat(history().adjustmentsSince(since)).isInstanceOf(FetchResult.Complete.class);
    }

    @Test
    void case_25_fills_before_the_time_asked_for_are_not_told() {
        assertThat(complete(history().fillsSince(Instant.parse("2999-01-01T00:00:00Z"))).items())
                .isEmpty();
    }

    @Test
    void case_26_the_last_prices_of_several_instruments_are_told() {
        Set<Symbol> symbols = Set.of(AAPL, BTC_USD);

        Map<Symbol, Quote> quotes = complete(marketData().latestQuotes(symbols));
        Map<Symbol, Trade> trades = complete(marketData().latestTrades(symbols));
        Map<Symbol, Bar> bars = complete(marketData().latestBars(symbols));
        Map<Symbol, DailyBars> days = complete(marketData().latestDays(symbols));

        assertThat(days).containsOnlyKeys(symbols);
        assertThat(trades).containsOnlyKeys(symbols);
        assertThat(bars).containsOnlyKeys(symbols);
        assertThat(quotes).containsOnlyKeys(symbols);
        assertThat(quotes.get(BTC_USD)).satisfies(quote -> assertThat(quote.askPx()).isNotNull());
    }

    @Test
    void case_26_the_newest_bars_of_an_instrument_are_returned_oldest_first() {
        Instant since = Instant.parse("2000-01-01T00:00:00Z");
        for (Symbol symbol : List.of(AAPL, BTC_USD)) {
            List<Bar> bars =
                    complete(
                            marketData()
                                    .bars(new BarQuery(symbol, Timeframe.ONE_MINUTE, since, 5)));

            assertThat(bars).isNotEmpty().hasSizeLessThanOrEqualTo(5);
            assertThat(bars).extracting(Bar::symbol).containsOnly(symbol);
            assertThat(bars).extracting(Bar::from).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void case_27_an_instrument_is_found_and_one_that_is_not_there_is_absent() {
        assertThat(assets().find(AAPL))
                .isInstanceOfSatisfying(
                        AssetLookup.Found.class,
                        found -> {
                            assertThat(found.asset().symbol()).isEqualTo(AAPL);
                            assertThat(found.asset().tradable()).isTrue();
                        });
        assertThat(assets().find(BTC_USD)).isInstanceOf(AssetLookup.Found.class);
        assertThat(assets().find(new Symbol("ZZZZQ"))).isInstanceOf(AssetLookup.Absent.class);
    }

    @Test
    void case_28_all_instruments_of_a_kind_are_listed() {
        assertThat(complete(assets().all(AssetClass.US_EQUITY)))
                .extracting(Asset::symbol)
                .contains(AAPL)
                .doesNotContain(BTC_USD);
        assertThat(complete(assets().all(AssetClass.CRYPTO)))
                .extracting(Asset::symbol)
                .contains(BTC_USD)
                .doesNotContain(AAPL);
    }

    @Test
    void case_29_the_calendar_leaves_out_weekends_and_knows_summer_time() {
        LocalDate friday = LocalDate.parse("2026-03-06");

        assertThat(complete(calendar().days(friday, friday.plusDays(3))))
                .containsExactly(
                        new TradingDay(
                                friday,
                                Instant.parse("2026-03-06T14:30:00Z"),
                                Instant.parse("2026-03-06T21:00:00Z")),
                        new TradingDay(
                                friday.plusDays(3),
                                Instant.parse("2026-03-09T13:30:00Z"),
                                Instant.parse("2026-03-09T20:00:00Z")));
    }

    @Test
    void case_30_the_worth_of_the_account_is_told_over_time() {
        for (HistorySpan span : HistorySpan.values()) {
            List<PortfolioHistory.Point> points = complete(history().portfolio(span)).points();

            assertThat(points).extracting(PortfolioHistory.Point::from).as("%s", span).isSorted();
        }
    }

    private List<Fill> fills(Instant since, BrokerOrderId id) {
        return complete(history().fillsSince(since)).items().stream()
                .filter(fill -> fill.brokerOrderId().equals(id))
                .toList();
    }

    private static Quantity filled(List<Fill> fills) {
        return fills.stream()
                .map(Fill::lastQty)
                .reduce(Quantity.ZERO, (sum, next) -> new Quantity(sum.value().add(next.value())));
    }

    private void assumeOurs() {
        Assumptions.assumeTrue(accountIsOurs(), "the account may hold what is somebody else's");
    }

    /** An order that works; while the market is closed it would only be kept for later. */
    private BrokerOrder working(Order order) {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrder there = acknowledged(order);
        awaitStatus(there.brokerOrderId(), OrderStatus.NEW);
        return there;
    }

    private Replacement replacement(String orderQty, String limitPrice) {
        return new Replacement(
                ids().clientOrderId(ids().nextOrderId()),
                Quantity.of(orderQty),
                new OrderType.Limit(Price.of(limitPrice)),
                TimeInForce.GTC);
    }

    private BrokerOrder replaced(BrokerOrder old, Replacement requested) {
        ReplaceAnswer answer = broker().replace(old.brokerOrderId(), requested, SendGuard.ALWAYS);
        assertThat(answer).isInstanceOf(ReplaceAnswer.Accepted.class);
        return ((ReplaceAnswer.Accepted) answer).order();
    }

    /** Begins without positions and orders, where a market order makes a position. */
    private void flatten() {
        assumeOurs();
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        broker().cancelAll();
        Eventually.within(BOUND, "no open order", () -> listed(broker().openOrders()).isEmpty());
        String held = held();
        if (!held.equals("0")) {
            NewOrder closing =
                    order(AAPL, Side.SELL, held, new OrderType.Market(), TimeInForce.DAY);
            awaitClosed(acknowledged(intent(closing)).brokerOrderId());
        }
        awaitHeld("0");
    }

    private void awaitHeld(String quantity) {
        Eventually.within(BOUND, quantity + " AAPL held", () -> held().equals(quantity));
    }

    private String held() {
        return listed(broker().positions()).stream()
                .filter(position -> position.symbol().equals(AAPL))
                .map(position -> position.netQty().toString())
                .findFirst()
                .orElse("0");
    }

    private void awaitStatus(BrokerOrderId id, OrderStatus requested) {
        Eventually.within(
                BOUND,
                "order " + id + " " + requested,
                () -> status(found(broker().find(id))) == requested);
    }

    private Order intent(NewOrder terms) {
        OrderId id = ids().nextOrderId();
        return Order.intent(
                id,
                ids().clientOrderId(id),
                new IdempotencyKey(id.value()),
                terms,
                SampleOrders.START);
    }

    private BrokerOrder acknowledged(Order order) {
        SubmitAnswer answer = broker().submit(order, SendGuard.ALWAYS);
        assertThat(answer).isInstanceOf(SubmitAnswer.Acknowledged.class);
        return ((SubmitAnswer.Acknowledged) answer).order();
    }

    private RejectReason refusal(NewOrder terms) {
        SubmitAnswer answer = broker().submit(intent(terms), SendGuard.ALWAYS);
        assertThat(answer).isInstanceOf(SubmitAnswer.Refused.class);
        return ((SubmitAnswer.Refused) answer).reason();
    }

    private void awaitClosed(BrokerOrderId id) {
        Set<OrderStatus> ends =
                Set.of(OrderStatus.CANCELED, OrderStatus.FILLED, OrderStatus.REJECTED);
        Eventually.within(
                BOUND,
                "order " + id + " closed",
                () -> ends.contains(status(found(broker().find(id)))));
    }

    private static OrderStatus status(BrokerOrder order) {
        return switch (order.status()) {
            case ReportedStatus.Known known -> known.status();
            case ReportedStatus.Unrecognized unrecognized ->
                    throw new AssertionError("status word " + unrecognized.word());
        };
    }

    private static BrokerOrder found(OrderLookup lookup) {
        assertThat(lookup).isInstanceOf(OrderLookup.Found.class);
        return ((OrderLookup.Found) lookup).order();
    }

    /** A list of which every item was read. */
    private static <T> List<T> listed(FetchResult<FetchedList<T>> fetched) {
        FetchedList<T> list = complete(fetched);
        assertThat(list.unreadable()).isEmpty();
        return list.items();
    }

    private static <T> T complete(FetchResult<T> fetched) {
        return switch (fetched) {
            case FetchResult.Complete<T> complete -> complete.value();
            case FetchResult.Failed<T> failed -> throw new AssertionError(failed.fault().text());
        };
    }

    private static NewOrder order(
            Symbol symbol, Side side, String orderQty, OrderType type, TimeInForce timeInForce) {
        return new NewOrder(symbol, side, Quantity.of(orderQty), type, timeInForce);
    }
}
