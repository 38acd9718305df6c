package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.ListedExecutions;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executions, other activities and equity are parsed completely or reported as failed. */
final class HistoryQuestionsTest extends QuestionFixture {
    private static final String ORDER = "61e69015-8549-4bfd-b9c3-01e75843f47d";

    HistoryQuestionsTest() throws IOException {}

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
    void a_part_of_a_long_history_ends_after_ten_pages_and_says_where_the_next_one_begins() {
        venue.answers(pages(11, page -> START.plusSeconds(page)));

        ListedExecutions.Part part = complete(history().fillsPart(START));

        assertThat(part.executions().items()).hasSize(1_000);
        assertThat(part.next()).isEqualTo(START.plusSeconds(9));
        assertThat(venue.server().getRequestCount()).isEqualTo(10);
    }

    @Test
    void a_part_does_not_end_before_a_later_time_because_the_next_one_would_be_the_same() {
        venue.answers(pages(12, page -> page < 11 ? START : START.plusSeconds(1)));

        ListedExecutions.Part part = complete(history().fillsPart(START));

        assertThat(part.executions().items()).hasSize(1_200);
        assertThat(part.next()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void a_short_history_is_one_part() {
        venue.answers(Venue.answer(200, page(0, 100)), Venue.answer(200, page(100, 103)));

        ListedExecutions.Part part = complete(history().fillsPart(START));

        assertThat(part.executions().items()).hasSize(103);
        assertThat(part.next()).isNull();
    }

    @Test
    void a_part_of_which_a_page_fails_has_failed() {
        venue.answers(Venue.answer(200, page(0, 100)), Venue.answer(400, Venue.error("no")));

        assertThat(history().fillsPart(START)).isInstanceOf(FetchResult.Failed.class);
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
                .mapToObj(HistoryQuestionsTest::fillJson)
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Full pages, each of executions at one time. */
    private static MockResponse.Builder[] pages(int pages, IntFunction<Instant> time) {
        return IntStream.range(0, pages)
                .mapToObj(page -> Venue.answer(200, fullPage(page, time.apply(page))))
                .toArray(MockResponse.Builder[]::new);
    }

    private static String fullPage(int page, Instant time) {
        return IntStream.range(100 * page, 100 * page + 100)
                .mapToObj(number ->
                        fillJson(0)
                                .replace(execution(0), execution(number))
                                .replace("2026-01-05T14:30:00Z", time.toString()))
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

    private AccountHistory history() {
        return ports.getInstance(AccountHistory.class);
    }
}
