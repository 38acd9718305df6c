package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers of replaces and cancels: what is sent, refused, throttled and adopted. */
@Tag("slow")
final class ReplaceAndCancelTest extends ChangeFixture {
    private final Order order = new SampleOrders().intent();

    ReplaceAndCancelTest() throws IOException {}

    @Test
    void a_replace_sends_the_total_quantity_and_only_the_prices_of_its_type()
            throws InterruptedException {
        for (OrderType type :
                List.of(
                        new OrderType.Limit(Price.of("189.50")),
                        new OrderType.Stop(Price.of("180")),
                        new OrderType.StopLimit(Price.of("180"), Price.of("179.9")),
                        new OrderType.TrailingStop(
                                new OrderType.Trail.ByPercent(new BigDecimal("2.50"))),
                        new OrderType.TrailingStop(
                                new OrderType.Trail.ByPrice(Price.of("1.25"))))) {
            venue.answers(200, successor());
            venue.broker().replace(ID, replacement(type), SendGuard.ALWAYS);
        }

        assertThat(body(takeRequest())).isEqualTo(patch("\"limit_price\":\"189.5\","));
        assertThat(body(takeRequest())).isEqualTo(patch("\"stop_price\":\"180\","));
        assertThat(body(takeRequest()))
                .isEqualTo(patch("\"limit_price\":\"179.9\",\"stop_price\":\"180\","));
        assertThat(body(takeRequest())).isEqualTo(patch("\"trail\":\"2.5\","));
        RecordedRequest last = takeRequest();
        assertThat(body(last)).isEqualTo(patch("\"trail\":\"1.25\","));
        assertThat(last.getMethod()).isEqualTo("PATCH");
        assertThat(last.getUrl().encodedPath()).isEqualTo("/v2/orders/" + ID);
    }

    @Test
    void an_accepted_replace_returns_the_replaced_order_id() {
        venue.answers(
                200,
                successor().replace(order.clientOrderId().value(), TO_LIMIT.clientOrderId() + ""));

        assertThat(venue.broker().replace(ID, TO_LIMIT, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        ReplaceAnswer.Accepted.class,
                        accepted -> {
                            assertThat(accepted.order().replaces()).isEqualTo(ID);
                            assertThat(accepted.order().replacedBy()).isNull();
                            assertThat(accepted.evidence().requestId()).isEqualTo("req-1");
                        });
    }

    @Test
    void a_replace_answered_with_another_order_is_unresolved() {
        venue.answers(200, successor());

        assertThat(venue.broker().replace(ID, TO_LIMIT, SendGuard.ALWAYS))
                .isInstanceOf(ReplaceAnswer.Unresolved.class);
    }

    @Test
    void a_replace_too_early_or_too_late_is_refused_for_the_order_state() {
        venue.answers(
                Venue.answer(
                        422,
                        Venue.error("unable to replace order, order isn't sent to exchange yet")),
                Venue.answer(422, Venue.error("order is already in \\\"filled\\\" state")),
                Venue.answer(422, Venue.error("unable to replace order in current state")),
                Venue.answer(403, Venue.error("order parameters are not changed")),
                Venue.answer(422, Venue.error("client_order_id must be unique")),
                Venue.answer(404, Venue.error("order not found for x")));

        assertThat(List.of(reason(), reason(), reason(), reason(), reason()))
                .containsExactly(
                        RejectReason.ORDER_STATE,
                        RejectReason.ORDER_STATE,
                        RejectReason.ORDER_STATE,
                        RejectReason.OTHER,
                        RejectReason.DUPLICATE_CLIENT_ORDER_ID);
        assertThat(venue.broker().replace(ID, TO_LIMIT, SendGuard.ALWAYS))
                .isInstanceOf(ReplaceAnswer.Absent.class);
    }

    @Test
    void a_throttled_replace_is_retried_and_then_returned_as_throttled() {
        for (int i = 0; i < 4; i++) {
            venue.answers(429, Venue.error("rate limit exceeded"));
        }

        assertThat(venue.broker().replace(ID, TO_LIMIT, SendGuard.ALWAYS))
                .isInstanceOf(ReplaceAnswer.Throttled.class);
        assertThat(venue.server().getRequestCount()).isEqualTo(4);
    }

    @Test
    void a_wash_trade_names_the_blocking_order_and_the_reason() {
        venue.answers(
                403,
                """
                {"code":40310000,"message":"potential wash trade detected. use complex orders",
                 "reject_reason":"opposite side limit order exists",
                 "existing_order_id":"61e69015-8549-4bfd-b9c3-01e75843f47d"}
                """);

        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(RejectReason.WASH_TRADE);
                            assertThat(refused.blockedBy()).containsExactly(ID);
                            assertThat(refused.text()).contains("opposite side limit");
                        });
    }

    @Test
    void insufficient_quantity_names_the_blocking_orders_in_any_format() {
        venue.answers(
                Venue.answer(
                        403,
                        """
                        {"message":"insufficient qty available for order (requested: 2, available: 0)",
                         "related_orders":["a","","b","a",7,null],"existing_order_id":{"x":1}}
                        """),
                Venue.answer(403, "{\"message\":\"insufficient qty\",\"related_orders\":\"a\"}"));

        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused ->
                                assertThat(refused.blockedBy())
                                        .containsExactly(
                                                new BrokerOrderId("a"), new BrokerOrderId("b")));
        assertThat(venue.broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RejectReason.INSUFFICIENT_QUANTITY));
    }

    @Test
    void cancel_all_returns_one_answer_per_order() {
        venue.answers(
                207,
                """
                [{"id":"00000000-8549-4bfd-b9c3-01e75843f47d","status":200},
                 {"id":"11111111-8549-4bfd-b9c3-01e75843f47d","status":500,"body":{"x":1}},
                 {"id":"22222222-8549-4bfd-b9c3-01e75843f47d","status":422,"new_key":null}]
                """);

        assertThat(venue.broker().cancelAll())
                .isInstanceOfSatisfying(
                        CancelAllAnswer.Answered.class,
                        answered ->
                                assertThat(answered.byOrder().values())
                                        .extracting(each -> each.getClass().getSimpleName())
                                        .containsExactly("Requested", "Refused", "Refused"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[1]",
                "[{\"id\":\"a\"}]",
                "[{\"id\":\"true\",\"status\":200}]",
                "[{\"status\":200}]"
            })
    void an_unreadable_cancel_all_answer_is_unresolved(String body) {
        venue.answers(207, body);

        assertThat(venue.broker().cancelAll()).isInstanceOf(CancelAllAnswer.Unresolved.class);
    }

    @Test
    void cancel_all_with_a_rejected_key_is_refused() {
        venue.answers(401, "{\"message\":\"unauthorized.\"}");

        assertThat(venue.broker().cancelAll())
                .isInstanceOfSatisfying(
                        CancelAllAnswer.Refused.class,
                        refused -> assertThat(refused.text()).contains("not valid for SIM"));
    }

    @Test
    void cancels_bypass_an_exhausted_request_budget() {
        venue.answers(
                Venue.answer(429, "").addHeader("Retry-After", "3600"),
                new MockResponse.Builder().code(204));
        venue.broker().submit(order, SendGuard.ALWAYS);

        assertThat(venue.broker().replace(ID, TO_LIMIT, SendGuard.ALWAYS))
                .isInstanceOf(ReplaceAnswer.Throttled.class);
        assertThat(venue.broker().cancel(ID)).isInstanceOf(CancelAnswer.Requested.class);
        assertThat(venue.server().getRequestCount()).isEqualTo(2);
    }

    private RejectReason reason() {
        ReplaceAnswer answer = venue.broker().replace(ID, TO_LIMIT, SendGuard.ALWAYS);
        assertThat(answer).isInstanceOf(ReplaceAnswer.Refused.class);
        return ((ReplaceAnswer.Refused) answer).reason();
    }

    private RecordedRequest takeRequest() throws InterruptedException {
        return venue.server().takeRequest();
    }

    private static String body(RecordedRequest request) {
        return String.valueOf(request.getBody() == null ? null : request.getBody().utf8());
    }

    private static String patch(String prices) {
        return "{\"qty\":\"12\",\"time_in_force\":\"gtc\","
                + prices
                + "\"client_order_id\":\"ours-2\"}";
    }

    private String successor() {
        return Venue.orderJson(order, "pending_new")
                .replace(
                        "61e69015-8549-4bfd-b9c3-01e75843f47d",
                        "ffffffff-8549-4bfd-b9c3-01e75843f47d")
                .replace("\"legs\":null", "\"legs\":null,\"replaces\":\"" + ID + "\"");
    }
}
