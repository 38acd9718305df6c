package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import java.io.IOException;
import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is sent once, and each answer is classified by what it proves. */
@Tag("slow")
final class SubmitFaultsTest {
    private static final String HTML = "<html><body>nginx</body></html>";

    private final Venue venue;
    private final Order order = new SampleOrders().intent();

    SubmitFaultsTest() throws IOException {
        venue = new Venue();
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void a_successful_answer_is_an_acknowledgment_with_evidence() {
        venue.answers(200, Venue.orderJson(order, "pending_new"));

        SubmitAnswer answer = venue.broker().submit(order, SendGuard.ALWAYS);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        SubmitAnswer.Acknowledged.class,
                        acknowledged -> assertThat(acknowledged.order().isOf(order)).isTrue());
        Evidence evidence = answer.evidence();
        assertThat(evidence.source()).isEqualTo(Evidence.Source.HTTP_ANSWER);
        assertThat(evidence.summary()).isEqualTo("POST /v2/orders: 200");
        assertThat(evidence.requestId()).isEqualTo("req-1");
        assertThat(evidence.payload()).contains("61e69015");
    }

    @Test
    void an_unknown_status_does_not_lose_the_order() {
        venue.answers(200, Venue.orderJson(order, "pending_moon_phase"));

        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Acknowledged.class,
                        acknowledged ->
                                assertThat(acknowledged.order().status())
                                        .isEqualTo(
                                                new ReportedStatus.Unrecognized(
                                                        "pending_moon_phase")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"id\":\"61e69015\"",
                HTML,
                "{\"id\":\"61e69015-8549-4bfd-b9c3-01e75843f47d\",\"client_order_id\":\"x\",\"symbol\":\"AAPL\",\"side\":\"up\"}",
                "{\"id\":{\"a\":1},\"client_order_id\":[],\"symbol\":7}"
            })
    void an_unreadable_success_is_unresolved(String body) {
        venue.answers(200, body);

        assertUnresolvedAfterOneRequest();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":\"61e69015-8549-4bfd-b9c3-01e75843f47d\" | \"id\":\"true\"",
                "\"id\":\"61e69015-8549-4bfd-b9c3-01e75843f47d\" | \"id\":true",
                "\"client_order_id\":\" | \"client_order_id\":\"x",
                "\"AAPL\" | \"MSFT\"",
                "\"buy\" | \"sell\""
            })
    void a_success_with_another_order_or_an_invalid_id_is_unresolved(String sent, String answered) {
        String body = Venue.orderJson(order, "new");
        assertThat(body).contains(sent);
        venue.answers(200, body.replace(sent, answered));

        assertUnresolvedAfterOneRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "11"})
    void a_success_with_another_quantity_is_our_order_which_the_broker_changed(String qty) {
        venue.answers(
                200,
                Venue.orderJson(order, "new").replace("\"qty\":\"10\"", "\"qty\":\"" + qty + "\""));

        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOf(SubmitAnswer.Acknowledged.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 425, 301, 302, 307, 308, 418})
    void an_answer_not_in_the_brokers_format_is_unresolved(int status) {
        venue.answers(Venue.answer(status, HTML).addHeader("Location", "/v2/elsewhere"));

        assertUnresolvedAfterOneRequest();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 504, 408, 425})
    void a_server_error_in_the_brokers_format_is_unresolved(int status) {
        venue.answers(status, Venue.error("internal server error occurred"));

        assertUnresolvedAfterOneRequest();
    }

    @Test
    void a_503_with_retry_after_is_not_resent() {
        venue.answers(
                Venue.answer(503, "try again").addHeader("Retry-After", "0"),
                Venue.answer(200, Venue.orderJson(order, "new")));

        assertUnresolvedAfterOneRequest();
    }

    @Test
    void a_connection_dropped_before_the_request_is_read_is_unresolved() {
        venue.answers(
                new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()),
                Venue.answer(200, Venue.orderJson(order, "new")));

        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOf(SubmitAnswer.Unresolved.class);
    }

    @Test
    void a_connection_dropped_after_the_request_is_read_is_unresolved() {
        venue.answers(
                new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()),
                Venue.answer(200, Venue.orderJson(order, "new")));

        assertUnresolvedAfterOneRequest();
    }

    @Test
    void a_truncated_answer_is_unresolved() {
        venue.answers(
                Venue.answer(200, Venue.orderJson(order, "new"))
                        .onResponseBody(new SocketEffect.CloseSocket()));

        assertUnresolvedAfterOneRequest();
    }

    @Test
    void a_timeout_is_unresolved() {
        venue.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));

        assertUnresolvedAfterOneRequest();
    }

    @Test
    void a_slow_answer_ends_at_the_call_timeout() {
        venue.answers(
                Venue.answer(200, Venue.orderJson(order, "new"))
                        .doNotReadRequestBody()
                        .throttleBody(1, 400, java.util.concurrent.TimeUnit.MILLISECONDS));

        assertUnresolvedAfterOneRequest();
    }

    @Test
    void a_dead_pooled_connection_does_not_send_the_order_twice() {
        venue.answers(
                Venue.answer(404, Venue.error("order not found"))
                        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE),
                Venue.answer(200, Venue.orderJson(order, "new")),
                Venue.answer(200, Venue.orderJson(order, "new")));
        venue.broker().find(order.clientOrderId());

        venue.broker().submit(order, SendGuard.ALWAYS);

        assertThat(venue.server().getRequestCount()).isLessThanOrEqualTo(2);
    }

    @Test
    void an_order_without_a_connection_is_certainly_not_sent() {
        venue.close();

        SubmitAnswer answer = venue.broker().submit(order, SendGuard.ALWAYS);

        assertNotConnected(answer);
        assertThat(answer.evidence().source()).isEqualTo(Evidence.Source.LOCAL);
        assertThat(answer.evidence().summary())
                .startsWith("POST /v2/orders: not sent, no connection: Failed to connect");
    }

    @Test
    void a_host_that_nobody_knows_gets_no_order_and_that_is_certain() {
        Broker unknown =
                Brokers.open(
                        AlpacaConfig.at(
                                URI.create("https://broker.invalid"),
                                Venue.KEY_ID,
                                new ApiSecret("x")));

        assertNotConnected(unknown.submit(order, SendGuard.ALWAYS));
    }

    @Test
    void a_replacement_that_no_connection_took_was_certainly_not_sent() {
        venue.close();

        assertThat(
                        venue.broker()
                                .replace(
                                        new BrokerOrderId("b-1"),
                                        new Replacement(
                                                order.clientOrderId(),
                                                Quantity.of("10"),
                                                new OrderType.Limit(Price.of("100")),
                                                TimeInForce.DAY),
                                        SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        ReplaceAnswer.NotSent.class,
                        notSent ->
                                assertThat(notSent.refusal())
                                        .isInstanceOf(SendRefusal.NotConnected.class));
    }

    private static void assertNotConnected(SubmitAnswer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        SubmitAnswer.NotSent.class,
                        notSent ->
                                assertThat(notSent.refusal())
                                        .isInstanceOf(SendRefusal.NotConnected.class));
    }

    @Test
    void an_order_whose_tls_handshake_failed_was_certainly_not_sent() {
        URI https = URI.create("https://127.0.0.1:" + venue.server().getPort());
        venue.answers(200, Venue.orderJson(order, "new"));

        assertNotConnected(
                Brokers.open(AlpacaConfig.at(https, Venue.KEY_ID, new ApiSecret("x")))
                        .submit(order, SendGuard.ALWAYS));
    }

    @Test
    void a_throttled_order_is_resent_until_it_is_accepted() {
        venue.answers(
                Venue.answer(429, Venue.error("rate limit exceeded")),
                Venue.answer(429, "").addHeader("Retry-After", "0"),
                Venue.answer(200, Venue.orderJson(order, "new")));

        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOf(SubmitAnswer.Acknowledged.class);
        assertThat(venue.server().getRequestCount()).isEqualTo(3);
    }

    @Test
    void an_order_throttled_on_every_attempt_is_certainly_not_executed() {
        for (int i = 0; i < 4; i++) {
            venue.answers(429, Venue.error("rate limit exceeded"));
        }

        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOf(SubmitAnswer.Throttled.class);
        assertThat(venue.server().getRequestCount()).isEqualTo(4);
    }

    @Test
    void a_retry_after_beyond_the_limit_ends_the_attempts() {
        venue.answers(Venue.answer(429, "").addHeader("Retry-After", "3600"));

        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOf(SubmitAnswer.Throttled.class);
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_refusal_has_a_reason_and_contains_the_request_id() {
        venue.answers(403, Venue.error("insufficient buying power"));

        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused -> {
                            assertThat(refused.reason())
                                    .isEqualTo(RejectReason.INSUFFICIENT_BUYING_POWER);
                            assertThat(refused.text())
                                    .contains("insufficient buying power", "req-1");
                        });
    }

    @Test
    void a_key_of_another_environment_is_named_without_the_secret() {
        venue.answers(401, "{\"message\":\"unauthorized.\"}");

        SubmitAnswer answer = venue.broker().submit(order, SendGuard.ALWAYS);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(RejectReason.UNAUTHORIZED);
                            assertThat(refused.text()).contains("not valid for SIM");
                        });
        assertThat(answer.toString()).doesNotContain(Venue.SECRET);
        assertThat(venue.config().toString()).doesNotContain(Venue.SECRET);
    }

    @Test
    void an_unknown_endpoint_is_not_a_refusal() {
        venue.answers(404, Venue.error("endpoint not found."));

        assertUnresolvedAfterOneRequest();
    }

    @Test
    void an_interrupt_during_a_wait_ends_it_and_keeps_the_interrupt_flag() {
        venue.answers(Venue.answer(429, "").addHeader("Retry-After", "1"));
        Thread.currentThread().interrupt();

        SubmitAnswer answer = venue.broker().submit(order, SendGuard.ALWAYS);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer)
                .isInstanceOfAny(SubmitAnswer.Throttled.class, SubmitAnswer.NotSent.class);
    }

    private void assertUnresolvedAfterOneRequest() {
        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOf(SubmitAnswer.Unresolved.class);
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }
}
