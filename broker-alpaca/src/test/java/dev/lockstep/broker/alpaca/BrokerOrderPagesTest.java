package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pagination returns each order once, with and without {@code after_order_id} support. */
final class BrokerOrderPagesTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T14:30:00Z");

    private final Venue venue;

    BrokerOrderPagesTest() throws IOException {
        venue = new Venue();
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_000, 1_700})
    void each_order_is_returned_once_when_paging_by_id(int orders) {
        serve(new ListServer(orders, 1, true));

        assertThat(ids(venue.broker().openOrders())).isEqualTo(expected(0, orders));
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500, 501, 1_000, 1_700})
    void each_order_is_returned_once_when_paging_by_time(int orders) {
        serve(new ListServer(orders, 7, false));

        assertThat(ids(venue.broker().openOrders())).isEqualTo(expected(0, orders));
    }

    @Test
    void orders_since_a_time_include_that_time() {
        serve(new ListServer(1_700, 1, true));

        assertThat(ids(venue.broker().ordersSince(FIRST.plusMillis(600))))
                .isEqualTo(expected(600, 1_700));
    }

    @Test
    void orders_since_a_time_are_complete_when_paging_by_time() {
        serve(new ListServer(1_700, 1, false));

        assertThat(ids(venue.broker().ordersSince(FIRST.plusMillis(600))))
                .isEqualTo(expected(600, 1_700));
    }

    @Test
    void closed_orders_since_a_time_are_asked_for_as_such() {
        ListServer list = new ListServer(1_700, 1, true);
        serve(request -> {
            assertThat(url(request).queryParameter("status")).isEqualTo("closed");
            return list.answer(request);
        });

        assertThat(ids(venue.broker().closedOrdersSince(FIRST.plusMillis(600))))
                .isEqualTo(expected(600, 1_700));
    }

    @Test
    void a_full_page_of_one_timestamp_fails_instead_of_looping() {
        serve(new ListServer(1_200, 1_200, false));

        assertThat(venue.broker().openOrders()).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void a_failure_on_a_later_page_fails_the_list() {
        ListServer list = new ListServer(1_000, 1, true);
        serve(request ->
                url(request).queryParameter("after_order_id") == null
                        ? list.answer(request)
                        : Venue.answer(500, "").build());

        assertThat(venue.broker().openOrders()).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void unreadable_orders_are_listed_as_unreadable() {
        venue.answers(
                200,
                "["
                        + order(1, FIRST)
                        + ",{\"id\":\"mleg\",\"client_order_id\":\"m\",\"symbol\":\"\",\"side\":\"\","
                        + "\"qty\":\"1\",\"status\":\"new\",\"submitted_at\":\"2026-01-05T14:30:00Z\"}"
                        + ",{\"id\":\"option\",\"client_order_id\":\"o\",\"side\":\"buy\","
                        + "\"symbol\":\"AAPL260116C00200000\",\"status\":\"new\"},"
                        + order(2, FIRST)
                        + "]");

        FetchedList<BrokerOrder> open = list(venue.broker().openOrders());

        assertThat(open.items())
                .extracting(order -> order.brokerOrderId().value())
                .containsExactly(id(1), id(2));
        assertThat(open.unreadable())
                .extracting(UnreadableItem::brokerId, UnreadableItem::clientOrderId)
                .containsExactly(tuple("mleg", "m"), tuple("option", "o"));
        assertThat(open.unreadable().get(1).symbol()).isEqualTo("AAPL260116C00200000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"symbol\":\"AAPL\"}",
                "7",
                "null",
                "[]",
                "{\"id\":\"true\",\"client_order_id\":\"c\",\"symbol\":\"AAPL\",\"side\":\"buy\","
                        + "\"qty\":\"1\",\"status\":\"new\"}",
                "{\"id\":\"x\",\"symbol\":{}}",
                "{\"id\":\"61e69015-8549-4bfd-b9c3-01e75843f47d\",\"client_order_id\":\"c\",\"symbol\":\"AAPL\",\"side\":\"buy\","
                        + "\"qty\":\"1e-30000000\",\"status\":\"new\"}",
                "{\"id\":\"61e69015-8549-4bfd-b9c3-01e75843f47d\",\"client_order_id\":\"c\",\"symbol\":\"AAPL\",\"side\":\"buy\","
                        + "\"qty\":\"1\",\"filled_avg_price\":\"1e999999999\",\"status\":\"new\"}",
                "{\"id\":\"61e69015-8549-4bfd-b9c3-01e75843f47d\",\"client_order_id\":\"c\",\"symbol\":\"BTC/EUR/X\",\"side\":\"buy\","
                        + "\"asset_class\":\"crypto\",\"qty\":\"1\",\"status\":\"new\"}",
                "{\"id\":\"61e69015-8549-4bfd-b9c3-01e75843f47d\",\"client_order_id\":\"c\",\"symbol\":\"AAPL\",\"side\":\"buy\","
                        + "\"asset_class\":\"bond\",\"qty\":\"1\",\"status\":\"new\"}",
                "{\"id\":\"61e69015-8549-4bfd-b9c3-01e75843f47d\",\"client_order_id\":\"c\",\"symbol\":\"AAPL\",\"side\":\"buy\","
                        + "\"qty\":\"1\",\"status\":\"new\",\"submitted_at\":\"yesterday\"}"
            })
    void an_unreadable_order_does_not_affect_others(String unreadable) {
        venue.answers(200, "[" + order(1, FIRST) + "," + unreadable + "," + order(2, FIRST) + "]");

        FetchedList<BrokerOrder> open = list(venue.broker().openOrders());

        assertThat(open.items()).hasSize(2);
        assertThat(open.unreadable())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.raw()).isNotEmpty();
                    assertThat(item.reason()).isNotEmpty();
                });
    }

    @Test
    void a_page_that_ends_with_an_unreadable_order_is_continued_after_it() {
        ListServer list = new ListServer(1_000, 1, true);
        serve(request ->
                Venue.answer(
                                200,
                                list.page(request)
                                        .replace(
                                                "\"id\":\"" + id(499) + "\"",
                                                "\"legs\":7,\"id\":\"" + id(499) + "\""))
                        .build());

        FetchedList<BrokerOrder> open = list(venue.broker().openOrders());

        assertThat(open.items()).hasSize(999);
        assertThat(open.unreadable()).extracting(UnreadableItem::brokerId).containsExactly(id(499));
    }

    @Test
    void an_unreadable_order_shows_no_secret_and_is_bounded() {
        venue.answers(
                200,
                "[{\"id\":\"x\",\"note\":\""
                        + Venue.SECRET
                        + "\",\"more\":\""
                        + "y".repeat(5_000)
                        + "\"}]");

        assertThat(list(venue.broker().openOrders()).unreadable())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.raw()).doesNotContain(Venue.SECRET);
                    assertThat(item.raw()).hasSize(UnreadableItem.MAX_RAW_CHARS);
                });
    }

    private void serve(Answers answers) {
        venue.server()
                .setDispatcher(
                        new Dispatcher() {
                            @Override
                            public MockResponse dispatch(RecordedRequest request) {
                                return answers.answer(request);
                            }
                        });
    }

    private static List<String> ids(FetchResult<FetchedList<BrokerOrder>> fetched) {
        return list(fetched).items().stream().map(order -> order.brokerOrderId().value()).toList();
    }

    private static FetchedList<BrokerOrder> list(FetchResult<FetchedList<BrokerOrder>> fetched) {
        assertThat(fetched).isInstanceOf(FetchResult.Complete.class);
        return ((FetchResult.Complete<FetchedList<BrokerOrder>>) fetched).value();
    }

    private static List<String> expected(int from, int to) {
        return IntStream.range(from, to).mapToObj(BrokerOrderPagesTest::id).toList();
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String order(int number, Instant submittedAt) {
        return """
        {"id":"%s","client_order_id":"c-%d","symbol":"AAPL","side":"buy","qty":"1",
         "filled_qty":"0","status":"new","submitted_at":"%s"}
        """
                .formatted(id(number), number, submittedAt);
    }

    private static HttpUrl url(RecordedRequest request) {
        return request.getUrl();
    }

    @FunctionalInterface
    private interface Answers {
        MockResponse answer(RecordedRequest request);
    }

    /** A server that pages an order list like the broker; several orders share a timestamp. */
    private record ListServer(int orders, int ordersPerTime, boolean supportsIds)
            implements Answers {
        @Override
        public MockResponse answer(RecordedRequest request) {
            return Venue.answer(200, page(request)).build();
        }

        private String page(RecordedRequest request) {
            List<Integer> page = new ArrayList<>(matching(url(request)).limit(500).toList());
            return page.stream()
                    .map(number -> order(number, submittedAt(number)))
                    .collect(Collectors.joining(",", "[", "]"));
        }

        private Stream<Integer> matching(HttpUrl url) {
            assertThat(url.queryParameter("limit")).isEqualTo("500");
            assertThat(url.queryParameter("direction")).isEqualTo("asc");
            String afterId = url.queryParameter("after_order_id");
            String after = url.queryParameter("after");
            assertThat(afterId == null || after == null).isTrue();
            return IntStream.range(0, orders)
                    .boxed()
                    .filter(number ->
                            after == null || submittedAt(number).isAfter(Instant.parse(after)))
                    .filter(number ->
                            afterId == null
                                    || !supportsIds
                                    || number > Integer.parseInt(afterId.substring(24)));
        }

        private Instant submittedAt(int number) {
            return FIRST.plusMillis(number / ordersPerTime);
        }
    }
}
