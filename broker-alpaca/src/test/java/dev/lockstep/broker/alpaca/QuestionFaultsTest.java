package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Position;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query returns a complete answer or a fault, and is retried where a retry can help. */
@Tag("slow")
final class QuestionFaultsTest {
    private static final String HTML = "<html><body>nginx</body></html>";
    private static final BrokerOrderId ID =
            new BrokerOrderId("61e69015-8549-4bfd-b9c3-01e75843f47d");

    private final Venue venue;
    private final Order order = new SampleOrders().intent();

    QuestionFaultsTest() throws IOException {
        venue = new Venue();
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 429})
    void a_query_is_retried_after_a_failure(int status) {
        venue.answers(Venue.answer(status, HTML), Venue.answer(200, Venue.orderJson(order, "new")));

        assertThat(venue.broker().find(ID)).isInstanceOf(OrderLookup.Found.class);
    }

    @Test
    void a_query_is_retried_after_a_broken_connection() {
        venue.answers(
                new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()),
                Venue.answer(200, Venue.orderJson(order, "new"))
                        .onResponseBody(new SocketEffect.CloseSocket()),
                Venue.answer(200, Venue.orderJson(order, "new")));

        assertThat(venue.broker().find(ID)).isInstanceOf(OrderLookup.Found.class);
    }

    @Test
    void a_slow_positions_answer_times_out_and_is_not_an_empty_list() {
        for (int tries = 0; tries < 3; tries++) {
            venue.answers(
                    Venue.answer(200, "[" + " ".repeat(4_000) + "]")
                            .throttleBody(1, 400, TimeUnit.MILLISECONDS));
        }

        assertThat(fault(venue.broker().positions()).kind()).isEqualTo(BrokerFault.Kind.TIMEOUT);
    }

    @Test
    void a_failed_tls_handshake_fails_every_query() {
        Broker broker = venue.tlsBroker();

        assertThat(fault(broker.positions()).kind())
                .isIn(BrokerFault.Kind.UNREACHABLE, BrokerFault.Kind.TIMEOUT);
        assertThat(broker.find(ID)).isInstanceOf(OrderLookup.Failed.class);
    }

    @Test
    void a_query_fails_after_the_last_attempt() {
        venue.answers(Venue.answer(503, ""), Venue.answer(503, ""), Venue.answer(503, HTML));

        assertThat(fault(venue.broker().positions()).kind())
                .isEqualTo(BrokerFault.Kind.SERVER_ERROR);
        assertThat(venue.server().getRequestCount()).isEqualTo(3);
    }

    @Test
    void an_order_is_absent_only_in_the_brokers_error_format() {
        venue.answers(
                Venue.answer(404, Venue.error("order not found for x")),
                Venue.answer(404, HTML),
                Venue.answer(404, Venue.error("endpoint not found.")));

        assertThat(venue.broker().find(ID)).isInstanceOf(OrderLookup.Absent.class);
        assertThat(venue.broker().find(ID)).isInstanceOf(OrderLookup.Failed.class);
        assertThat(venue.broker().find(ID)).isInstanceOf(OrderLookup.Failed.class);
    }

    @Test
    void a_redirect_is_not_followed_so_that_no_other_host_receives_the_keys() {
        venue.answers(
                Venue.answer(302, "").addHeader("Location", "/v2/elsewhere"),
                Venue.answer(200, Venue.orderJson(order, "new")));

        assertThat(venue.broker().find(ID)).isInstanceOf(OrderLookup.Failed.class);
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[{\"symbol\":\"AAPL\"}", HTML})
    void an_unreadable_positions_answer_is_not_an_empty_list(String body) {
        venue.answers(200, body);

        assertThat(fault(venue.broker().positions()).kind()).isEqualTo(BrokerFault.Kind.UNREADABLE);
    }

    @Test
    void positions_have_the_same_symbols_as_orders() {
        venue.answers(
                200,
                """
                [{"symbol":"AAPL","asset_class":"us_equity","side":"long","qty":"10"},
                 {"symbol":"TSLA","asset_class":"us_equity","side":"short","qty":-3.50},
                 {"symbol":"BTCUSD","asset_class":"crypto","side":"long","qty":"0.000000001"},
                 {"symbol":"ETHUSDT","asset_class":"crypto","side":"long","qty":1},
                 {"symbol":"SOL/USDC","asset_class":"crypto","side":"long","qty":"2"},
                 {"symbol":"AAPL260116C00200000","asset_class":"us_option","side":"long","qty":"1"},
                 {"symbol":"MSFT","asset_class":"us_equity","side":"long","qty":"0"}]
                """);

        FetchedList<Position> positions = complete(venue.broker().positions());

        assertThat(positions.unreadable())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.symbol()).isEqualTo("AAPL260116C00200000");
                    assertThat(item.quantity()).isEqualTo("1");
                    assertThat(item.cause()).isEqualTo(UnreadableItem.Cause.UNSUPPORTED);
                });
        assertThat(positions.items())
                .containsExactly(
                        position("AAPL", "10"),
                        position("TSLA", "-3.5"),
                        position("BTC/USD", "0.000000001"),
                        position("ETH/USDT", "1"),
                        position("SOL/USDC", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "{}",
                "{\"symbol\":\"OLDCO.DELISTED.LONG\",\"qty\":\"1\"}",
                "{\"symbol\":\"AAPL\"}",
                "{\"symbol\":\"AAPL\",\"qty\":\"1e-30000000\"}",
                "{\"symbol\":\"AAPL\",\"qty\":\"1\",\"qty_available\":\"1e999999999\"}",
                "{\"symbol\":\"AAPL\",\"qty\":\"many\"}",
                "{\"symbol\":\"AAPL\",\"qty\":\"1\",\"avg_entry_price\":\"-3\"}",
                "{\"symbol\":\"BTCEUR\",\"asset_class\":\"crypto\",\"qty\":\"1\"}",
                "{\"symbol\":\"XS123\",\"asset_class\":\"bond\",\"qty\":\"1\"}"
            })
    void an_unreadable_position_does_not_affect_others(String unreadable) {
        venue.answers(200, "[{\"symbol\":\"MSFT\",\"qty\":\"10\"}," + unreadable + "]");

        FetchedList<Position> positions = complete(venue.broker().positions());

        assertThat(positions.items()).containsExactly(position("MSFT", "10"));
        assertThat(positions.unreadable())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.raw()).isEqualTo(unreadable);
                    assertThat(item.reason()).isNotEmpty();
                });
    }

    @Test
    void an_answer_with_another_order_is_a_failed_query() {
        Order order = new SampleOrders().intent();
        BrokerOrderId another = new BrokerOrderId("00000000-8549-4bfd-b9c3-01e75843f47d");
        venue.answers(
                Venue.answer(200, Venue.orderJson(order, "new")),
                Venue.answer(200, Venue.orderJson(order, "new")),
                Venue.answer(200, Venue.orderJson(order, "new")));

        assertThat(venue.broker().find(another)).isInstanceOf(OrderLookup.Failed.class);
        assertThat(venue.broker().find(new ClientOrderId("another")))
                .isInstanceOf(OrderLookup.Failed.class);
        assertThat(venue.broker().find(ID)).isInstanceOf(OrderLookup.Found.class);
    }

    @Test
    void an_unreadable_order_is_neither_absent_nor_a_failed_query() {
        venue.answers(
                200,
                "{\"id\":\"x\",\"client_order_id\":\"c\",\"symbol\":\"AAPL\",\"qty\":\"many\"}");

        assertThat(venue.broker().find(ID))
                .isInstanceOfSatisfying(
                        OrderLookup.Unreadable.class,
                        found -> {
                            assertThat(found.order().clientOrderId()).isEqualTo("c");
                            assertThat(found.order().quantity()).isEqualTo("many");
                        });
    }

    @Test
    void the_account_may_contain_json_numbers() {
        venue.answers(
                200,
                """
                {"account_number":"PA1","status":"ACTIVE","cash":-12.50,"equity":"100000.10",
                 "buying_power":200000,"new_key":{"a":[1]},"daytrade_count":null}
                """);

        assertThat(complete(venue.broker().account()))
                .isEqualTo(
                        new Account(
                                "PA1",
                                "ACTIVE",
                                Money.of("-12.5"),
                                Money.of("100000.1"),
                                Money.of("200000"),
                                null,
                                null,
                                Set.of()));
    }

    @Test
    void all_account_restrictions_are_parsed() {
        venue.answers(
                200,
                """
                {"account_number":"PA1","status":"ACCOUNT_CLOSED","cash":0,"equity":0,
                 "buying_power":0,"trading_blocked":true,"account_blocked":true,
                 "trade_suspended_by_user":true,"transfers_blocked":true,
                 "pattern_day_trader":true}
                """);

        Account account = complete(venue.broker().account());

        assertThat(account.restrictions()).containsExactlyInAnyOrder(AccountRestriction.values());
        assertThat(account.obstacles()).hasSize(4).first().asString().contains("ACCOUNT_CLOSED");
    }

    @Test
    void a_missing_balance_is_not_zero() {
        venue.answers(200, "{\"account_number\":\"PA1\",\"status\":\"ACTIVE\",\"cash\":null}");

        assertThat(fault(venue.broker().account()).text()).contains("cash is missing", "req-1");
    }

    @Test
    void the_clocks_times_have_an_offset() {
        venue.answers(
                200,
                """
                {"timestamp":"2026-01-05T09:30:00.123456789-05:00","is_open":true,
                 "next_open":"2026-01-06T09:30:00-05:00","next_close":"2026-01-05T16:00:00-05:00"}
                """);

        assertThat(complete(venue.broker().clock()).now())
                .hasToString("2026-01-05T14:30:00.123456789Z");
    }

    @Test
    void a_rejected_key_is_named() {
        venue.answers(401, "{\"message\":\"unauthorized.\"}");

        BrokerFault fault = fault(venue.broker().account());

        assertThat(fault.kind()).isEqualTo(BrokerFault.Kind.UNAUTHORIZED);
        assertThat(fault.text()).contains(Venue.KEY_ID, "SIM").doesNotContain(Venue.SECRET);
    }

    @Test
    void a_cancel_is_requested_refused_absent_or_unresolved() {
        venue.answers(
                new MockResponse.Builder().code(204),
                Venue.answer(422, Venue.error("order is already in \\\"filled\\\" state")),
                Venue.answer(404, Venue.error("order not found for x")),
                Venue.answer(404, HTML),
                Venue.answer(500, Venue.error("internal")));

        assertThat(venue.broker().cancel(ID)).isInstanceOf(CancelAnswer.Requested.class);
        assertThat(venue.broker().cancel(ID)).isInstanceOf(CancelAnswer.Refused.class);
        assertThat(venue.broker().cancel(ID)).isInstanceOf(CancelAnswer.Absent.class);
        assertThat(venue.broker().cancel(ID)).isInstanceOf(CancelAnswer.Unresolved.class);
        assertThat(venue.broker().cancel(ID)).isInstanceOf(CancelAnswer.Unresolved.class);
        assertThat(venue.server().getRequestCount()).isEqualTo(5);
    }

    @Test
    void a_client_order_id_is_percent_encoded() throws InterruptedException {
        venue.answers(404, Venue.error("order not found"));

        venue.broker().find(new dev.lockstep.domain.order.id.ClientOrderId("a b/c?d=e&f#g"));

        assertThat(venue.server().takeRequest().getUrl().queryParameter("client_order_id"))
                .isEqualTo("a b/c?d=e&f#g");
    }

    private static Position position(String symbol, String netQty) {
        return new Position(new Symbol(symbol), NetQuantity.of(netQty));
    }

    private static <T> T complete(FetchResult<T> fetched) {
        assertThat(fetched).isInstanceOf(FetchResult.Complete.class);
        return ((FetchResult.Complete<T>) fetched).value();
    }

    private static <T> BrokerFault fault(FetchResult<T> fetched) {
        assertThat(fetched).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed<T>) fetched).fault();
    }
}
