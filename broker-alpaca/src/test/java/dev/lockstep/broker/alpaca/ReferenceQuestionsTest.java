package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.Injector;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.ListedExecutions;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.TradingCalendar;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Market data, assets, calendar and history are parsed completely or reported as failed. */
final class ReferenceQuestionsTest {
    private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol BTC_USD = new Symbol("BTC/USD");

    private static final String ORDER = "61e69015-8549-4bfd-b9c3-01e75843f47d";

    private final Venue venue;
    private final Injector ports;

    ReferenceQuestionsTest() throws IOException {
        venue = new Venue();
        ports = Brokers.ports(venue.config());
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void stocks_and_crypto_pairs_are_queried_at_separate_endpoints() throws InterruptedException {
        venue.answers(
                Venue.answer(
                        200,
                        """
                        {"quotes":{"AAPL":{"t":"2026-01-05T14:30:00.123456789Z","bp":189.1,"bs":3,
                         "ap":0,"as":0,"c":["R"]},"MSFT":{"t":"noon"},"odd name":{}}}
                        """),
                Venue.answer(
                        200,
                        """
                        {"quotes":{"BTC/USD":{"t":"2026-01-05T14:30:00Z","bp":"65000.10",
                         "bs":0.1234567891,"ap":65001,"as":2}}}
                        """));

        Map<Symbol, Quote> quotes =
                complete(marketData().latestQuotes(Set.of(BTC_USD, AAPL, new Symbol("MSFT"))));

        assertThat(quotes.keySet()).containsExactlyInAnyOrder(AAPL, BTC_USD);
        assertThat(quotes.get(AAPL))
                .isEqualTo(
                        new Quote(
                                AAPL,
                                Price.of("189.1"),
                                Quantity.of("3"),
                                null,
                                Quantity.ZERO,
                                Instant.parse("2026-01-05T14:30:00.123456789Z")));
        assertThat(quotes.values()).extracting(Quote::bidQty).contains(Quantity.of("0.123456789"));
        RecordedRequest shares = venue.server().takeRequest();
        assertThat(shares.getUrl().encodedPath()).isEqualTo("/v2/stocks/quotes/latest");
        assertThat(shares.getUrl().queryParameter("symbols")).isEqualTo("AAPL,MSFT");
        RecordedRequest pairs = venue.server().takeRequest();
        assertThat(pairs.getUrl().encodedPath()).isEqualTo("/v1beta3/crypto/us/latest/quotes");
        assertThat(pairs.getUrl().queryParameter("symbols")).isEqualTo("BTC/USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"trades\":null}",
                "{\"trades\":{\"AAPL\":{\"p\"",
                "<html>"
            })
    void an_unreadable_price_answer_is_not_an_empty_result(String body) {
        venue.answers(200, body);

        assertThat(marketData().latestTrades(Set.of(AAPL))).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void the_newest_bars_are_queried_and_an_unreadable_one_is_left_out()
            throws InterruptedException {
        venue.answers(
                200,
                """
                {"bars":{"AAPL":[
                 {"t":"2026-01-05T14:35:00Z","o":2,"h":4,"l":1,"c":3,"v":7},
                 {"t":"2026-01-05T14:30:00Z","o":2,"h":1,"l":4,"c":3,"v":7},
                 {"t":"2026-01-05T14:25:00Z","o":1,"h":2,"l":1,"c":2,"v":7}]},
                 "next_page_token":"more"}
                """);

        List<Bar> bars =
                complete(
                        marketData()
                                .bars(
                                        new BarQuery(
                                                AAPL,
                                                Timeframe.FIVE_MINUTES,
                                                Instant.parse("2026-01-01T00:00:00Z"),
                                                3)));

        assertThat(bars)
                .extracting(Bar::from)
                .containsExactly(
                        Instant.parse("2026-01-05T14:25:00Z"),
                        Instant.parse("2026-01-05T14:35:00Z"));
        RecordedRequest request = venue.server().takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v2/stocks/bars");
        assertThat(request.getUrl().queryParameter("timeframe")).isEqualTo("5Min");
        assertThat(request.getUrl().queryParameter("sort")).isEqualTo("desc");
    }

    @Test
    void a_failure_for_one_asset_class_fails_the_query() {
        venue.answers(
                Venue.answer(200, "{\"bars\":{}}"), Venue.answer(403, Venue.error("forbidden.")));

        assertThat(marketData().latestBars(Set.of(AAPL, BTC_USD)))
                .isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void the_days_of_stocks_and_pairs_come_from_their_snapshots() throws InterruptedException {
        String day =
                """
                {"t":"2026-01-02T05:00:00Z","o":10,"h":12,"l":9,"c":11,"v":100,"n":3,"vw":10.5}\
                """;
        venue.answers(
                Venue.answer(
                        200,
                        "{\"AAPL\":{\"dailyBar\":%s,\"prevDailyBar\":null,\"latestTrade\":{}}}"
                                .formatted(day)),
                Venue.answer(
                        200,
                        "{\"snapshots\":{\"BTC/USD\":{\"dailyBar\":%s,\"prevDailyBar\":%s}}}"
                                .formatted(day, day)));

        Map<Symbol, DailyBars> days = complete(marketData().latestDays(Set.of(AAPL, BTC_USD)));

        assertThat(days).containsOnlyKeys(AAPL, BTC_USD);
        assertThat(days.get(AAPL))
                .satisfies(stock -> {
                    assertThat(stock.last().close()).isEqualTo(Price.of("11"));
                    assertThat(stock.before()).isNull();
                });
        assertThat(venue.server().takeRequest().getTarget())
                .startsWith("/v2/stocks/snapshots?symbols=AAPL");
        assertThat(venue.server().takeRequest().getTarget())
                .startsWith("/v1beta3/crypto/us/snapshots?symbols=");
    }

    @Test
    void an_empty_set_of_symbols_sends_no_request() {
        assertThat(complete(marketData().latestTrades(Set.of()))).isEmpty();
        assertThat(venue.server().getRequestCount()).isZero();
    }

    @Test
    void failures_of_the_data_host_do_not_block_orders() {
        for (int i = 0; i < 30; i++) {
            venue.answers(503, "");
        }
        for (int i = 0; i < 10; i++) {
            marketData().latestTrades(Set.of(AAPL));
        }
        int before = venue.server().getRequestCount();

        ports.getInstance(Broker.class).cancelAll();
        ports.getInstance(Assets.class).find(AAPL);

        assertThat(venue.server().getRequestCount()).isGreaterThan(before + 1);
    }

    @Test
    void an_asset_is_queried_once_and_cached() throws InterruptedException {
        venue.answers(200, assetJson("BTC/USD", "crypto"));

        AssetLookup first = assets().find(BTC_USD);
        AssetLookup second = assets().find(BTC_USD);

        assertThat(first).isEqualTo(second).isInstanceOf(AssetLookup.Found.class);
        Asset asset = ((AssetLookup.Found) first).asset();
        assertThat(asset.minOrderQty()).isEqualTo(Quantity.of("0.0001"));
        assertThat(asset.tradable()).isTrue();
        assertThat(asset.shortable()).isFalse();
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
        assertThat(venue.server().takeRequest().getTarget()).isEqualTo("/v2/assets/BTC%2FUSD");
    }

    @Test
    void an_absent_asset_is_not_cached() {
        venue.answers(
                Venue.answer(404, Venue.error("asset not found for AAPL")),
                Venue.answer(404, "<html>"),
                Venue.answer(200, assetJson("AAPL", "us_equity")));

        assertThat(assets().find(AAPL)).isInstanceOf(AssetLookup.Absent.class);
        assertThat(assets().find(AAPL)).isInstanceOf(AssetLookup.Failed.class);
        assertThat(assets().find(AAPL)).isInstanceOf(AssetLookup.Found.class);
    }

    @Test
    void an_asset_list_omits_unsupported_assets_and_is_cached() {
        venue.answers(
                200,
                "[%s,%s,%s]"
                        .formatted(
                                assetJson("AAPL", "us_equity"),
                                assetJson("SOMETHING_ODD", "us_equity"),
                                assetJson("BRK.B", "us_equity")));

        assertThat(complete(assets().all(AssetClass.US_EQUITY)))
                .extracting(asset -> asset.symbol().value())
                .containsExactly("AAPL", "BRK.B");
        assertThat(complete(assets().all(AssetClass.US_EQUITY))).hasSize(2);
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"date\":\"2026-01-05\",\"open\":\"09:30\"}]",
                "[{\"date\":\"2026-01-05\",\"open\":\"16:00\",\"close\":\"09:30\"}]",
                "[{\"date\":\"Monday\",\"open\":\"09:30\",\"close\":\"16:00\"}]",
                "{}"
            })
    void an_unreadable_calendar_is_not_empty(String body) {
        venue.answers(200, body);

        assertThat(calendar().days(LocalDate.MIN, LocalDate.MAX))
                .isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void a_calendar_query_with_to_before_from_is_rejected() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() ->
                        calendar()
                                .days(LocalDate.parse("2026-01-06"), LocalDate.parse("2026-01-05")))
                .withMessageContaining("to: 2026-01-05");
    }

    @Test
    void fills_of_several_pages_are_unique_and_chronological() {
        venue.answers(
                Venue.answer(200, page(0, 100)),
                Venue.answer(200, page(99, 199)),
                Venue.answer(200, page(199, 203)));

        List<Fill> fills = complete(history().fillsSince(START)).items();

        assertThat(fills).hasSize(203);
        assertThat(fills)
                .extracting(fill -> fill.cumQty().value().intValueExact())
                .isEqualTo(IntStream.rangeClosed(1, 203).boxed().toList());
        assertThat(fills.getFirst())
                .isEqualTo(
                        new Fill(
                                new ExecutionId(execution(202)),
                                new BrokerOrderId(ORDER),
                                AAPL,
                                Side.BUY,
                                Quantity.of("1"),
                                Price.of("189.5"),
                                Quantity.of("1"),
                                Quantity.of("202"),
                                START));
    }

    @Test
    void each_page_of_fills_starts_after_the_last_entry_of_the_previous_page()
            throws InterruptedException {
        venue.answers(Venue.answer(200, page(0, 100)), Venue.answer(200, "[]"));

        history().fillsSince(START);

        RecordedRequest first = venue.server().takeRequest();
        assertThat(first.getUrl().encodedPath()).isEqualTo("/v2/account/activities/FILL");
        assertThat(first.getUrl().queryParameter("after")).isEqualTo("2026-01-05T14:29:59.999Z");
        assertThat(first.getUrl().queryParameter("direction")).isEqualTo("asc");
        assertThat(venue.server().takeRequest().getUrl().queryParameter("page_token"))
                .isEqualTo("20260105093000000::" + execution(99));
    }

    @Test
    void a_repeated_page_fails_instead_of_looping() {
        venue.answers(Venue.answer(200, page(0, 100)), Venue.answer(200, page(0, 100)));

        assertThat(history().fillsSince(START)).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void a_failure_on_a_later_page_fails_the_history() {
        venue.answers(Venue.answer(200, page(0, 100)), Venue.answer(400, Venue.error("no")));

        assertThat(history().fillsSince(START)).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void unreadable_and_options_fills_do_not_affect_others() {
        venue.answers(
                200,
                "["
                        + fillJson(0).replace("\"1\"", "\"many\"")
                        + ",7,"
                        + fillJson(1).replace("\"AAPL\"", "\"AAPL260116C00200000\"")
                        + ","
                        + fillJson(2)
                        + "]");

        ListedExecutions fills = complete(history().fillsSince(START));

        assertThat(fills.items()).hasSize(1);
        assertThat(fills.unreadable())
                .extracting(UnreadableItem::cause)
                .containsExactly(
                        UnreadableItem.Cause.MALFORMED,
                        UnreadableItem.Cause.MALFORMED,
                        UnreadableItem.Cause.UNSUPPORTED);
    }

    @Test
    void busts_and_corrections_are_listed_with_the_fills() {
        venue.answers(
                200,
                "["
                        + fillJson(0)
                        + ","
                        + fillJson(1)
                                .replace(
                                        "\"type\":\"partial_fill\"",
                                        "\"type\":\"trade_bust\",\"previous_id\":\""
                                                + execution(0)
                                                + "\"")
                        + ","
                        + fillJson(2)
                                .replace(
                                        "\"activity_type\"",
                                        "\"execution_type\":\"trade_correct\","
                                                + "\"previous_id\":\"20260105093000000::"
                                                + execution(9)
                                                + "\","
                                                + "\"activity_type\"")
                        + ","
                        + fillJson(3)
                                .replace("\"type\":\"partial_fill\"", "\"type\":\"trade_bust\"")
                        + "]");

        ListedExecutions listed = complete(history().fillsSince(START));

        assertThat(listed.items()).hasSize(1);
        assertThat(listed.corrections()).hasSize(2);
        FillCorrection bust = listed.corrections().getFirst();
        assertThat(bust.bust()).isTrue();
        assertThat(bust.corrected()).isEqualTo(new ExecutionId(execution(0)));
        FillCorrection correction = listed.corrections().getLast();
        assertThat(correction.corrected()).isEqualTo(new ExecutionId(execution(9)));
        assertThat(correction.qty()).isEqualTo(Quantity.of("1"));
        assertThat(correction.px()).isEqualTo(Price.of("189.5"));
        assertThat(listed.unreadable())
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).contains("previous_id is missing"));
    }

    @Test
    void non_trade_activities_are_parsed_with_exact_amounts() throws Exception {
        venue.answers(
                200,
                """
                [{"id":"20260105::d","activity_type":"DIV","activity_sub_type":"CDIV",
                  "date":"2026-01-05","net_amount":"1.02","symbol":"AAPL","qty":"2"},
                 {"id":"20260105::c","activity_type":"CFEE","created_at":"2026-01-06T01:00:00Z",
                  "net_amount":"0","symbol":"BTCUSD","qty":"-0.000195","price":"1884.5"},
                 {"id":"20260106::s","activity_type":"SPLIT","created_at":"2026-01-06T02:00:00Z",
                  "symbol":"AAPL","qty":"30","net_amount":"0"},
                 {"id":"20260106::j","activity_type":"JNLC","created_at":"2026-01-06T03:00:00Z",
                  "net_amount":-500.25}]
                """);

        List<Adjustment> read = complete(history().adjustmentsSince(START)).items();

        assertThat(read)
                .extracting(Adjustment::kind)
                .containsExactly(
                        AdjustmentKind.DIVIDEND,
                        AdjustmentKind.FEE,
                        AdjustmentKind.SPLIT,
                        AdjustmentKind.TRANSFER);
        assertThat(read)
                .extracting(adjustment -> adjustment.quantity().toString())
                .containsExactly("0", "-0.000195", "30", "0");
        assertThat(read)
                .extracting(adjustment -> adjustment.cash().toString())
                .containsExactly("1.02", "0", "0", "-500.25");
        assertThat(read.get(1).symbol()).isEqualTo(new Symbol("BTC/USD"));
        assertThat(read.get(1).price()).isEqualTo(Price.of("1884.5"));
        assertThat(read.get(1).at()).isEqualTo(Instant.parse("2026-01-06T01:00:00Z"));
        assertThat(read.get(3).payload()).contains("\"net_amount\":-500.25");
        assertThat(venue.server().takeRequest().getUrl().queryParameter("category"))
                .isEqualTo("non_trade_activity");
    }

    @Test
    void an_unknown_or_unreadable_activity_is_kept_and_changes_no_position() {
        venue.answers(
                200,
                """
                [{"id":"20260105::n","activity_type":"NEWS","date":"2026-01-05","qty":"7",
                  "net_amount":"3","symbol":"AAPL"},
                 {"id":"20260105::x","activity_type":"SPLIT","date":"2026-01-05","qty":"many",
                  "symbol":"AAPL"},
                 {"id":"20260105::o","activity_type":"OPEXP","date":"2026-01-05","qty":"-1",
                  "symbol":"AAPL260116C00200000"},
                 {"id":"20260105::u","activity_type":"DIV","date":"2026-01-05","status":"canceled",
                  "net_amount":"9","symbol":"AAPL"}]
                """);

        List<Adjustment> read = complete(history().adjustmentsSince(Instant.EPOCH)).items();

        assertThat(read).allSatisfy(each -> assertThat(each.quantity().flat()).isTrue());
        assertThat(read)
                .extracting(Adjustment::kind)
                .containsExactly(
                        AdjustmentKind.OTHER,
                        AdjustmentKind.OTHER,
                        AdjustmentKind.ASSIGNMENT,
                        AdjustmentKind.OTHER);
        assertThat(read)
                .extracting(each -> each.cash().toString())
                .containsExactly("3", "0", "0", "0");
        assertThat(read.get(1).text()).contains("cannot be read").contains("many");
        assertThat(read.get(2).text()).contains("AAPL260116C00200000");
    }

    @Test
    void the_portfolio_history_may_have_gaps() throws InterruptedException {
        venue.answers(
                200,
                """
                {"timestamp":[1767623400,1767623700],"equity":[100000.10,null],
                 "profit_loss":[1.5e-7,null],"profit_loss_pct":[0,null],"base_value":100000,
                 "timeframe":"5Min","cashflow":{}}
                """);

        PortfolioHistory portfolio = complete(history().portfolio(HistorySpan.DAY));

        assertThat(portfolio)
                .isEqualTo(
                        new PortfolioHistory(
                                Money.of("100000"),
                                List.of(
                                        new PortfolioHistory.Point(
                                                START,
                                                Money.of("100000.1"),
                                                Money.of("0.00000015")),
                                        new PortfolioHistory.Point(
                                                START.plusSeconds(300), null, null))));
        assertThat(venue.server().takeRequest().getUrl().query())
                .isEqualTo("period=1D&timeframe=5Min");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timestamp\":[1],\"equity\":[],\"profit_loss\":[1]}",
                "{\"timestamp\":[\"noon\"],\"equity\":[1],\"profit_loss\":[1]}",
                "{\"timestamp\":[1],\"equity\":[\"much\"],\"profit_loss\":[1]}",
                "{\"timestamp\":[1]}",
                "[]"
            })
    void an_unreadable_portfolio_history_is_not_empty(String body) {
        venue.answers(200, body);

        assertThat(history().portfolio(HistorySpan.YEAR)).isInstanceOf(FetchResult.Failed.class);
    }

    private static String page(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(ReferenceQuestionsTest::fillJson)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String execution(int number) {
        return "00000000-0000-4000-9000-%012d".formatted(number);
    }

    /** All executions have the same time and the latest comes first, as Alpaca may list them. */
    private static String fillJson(int number) {
        return """
        {"id":"20260105093000000::%s","activity_type":"FILL","type":"partial_fill",
         "transaction_time":"2026-01-05T14:30:00Z","price":189.50,"qty":"1","side":"buy",
         "symbol":"AAPL","leaves_qty":"%d","cum_qty":"%d","order_id":"%s","new_key":1}
        """
                .formatted(execution(number), number, 203 - number, ORDER);
    }

    private static String assetJson(String symbol, String assetClass) {
        return """
        {"id":"x","class":"%s","exchange":"NASDAQ","symbol":"%s","name":null,"status":"active",
         "tradable":true,"marginable":true,"shortable":false,"fractionable":true,
         "borrow_status":"easy_to_borrow","min_order_size":"0.0001","attributes":["a"]}
        """
                .formatted(assetClass, symbol);
    }

    private MarketData marketData() {
        return ports.getInstance(MarketData.class);
    }

    private Assets assets() {
        return ports.getInstance(Assets.class);
    }

    private TradingCalendar calendar() {
        return ports.getInstance(TradingCalendar.class);
    }

    private AccountHistory history() {
        return ports.getInstance(AccountHistory.class);
    }

    private static <T> T complete(FetchResult<T> fetched) {
        assertThat(fetched).isInstanceOf(FetchResult.Complete.class);
        return ((FetchResult.Complete<T>) fetched).value();
    }
}
