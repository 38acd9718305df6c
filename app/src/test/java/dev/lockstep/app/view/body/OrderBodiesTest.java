package dev.lockstep.app.view.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The JSON of orders and of what belongs to them, field by field. */
class OrderBodiesTest {
    private static final Denial DENIAL =
            new Denial(DenialReason.ORDER_VALUE, "orderValue", "980640", "<=50000");

    private final SampleOrders samples = new SampleOrders();
    private final Order fresh = samples.intent();

    @Test
    void an_order_has_the_fields_of_its_request_and_null_for_what_the_broker_has_not_said() {
        assertThat(BodyTree.of(fresh))
                .hasToString(
                        """
                        {"symbol":"AAPL","side":"buy","qty":"10","notional":null,"type":"market",\
                        "limitPrice":null,"stopPrice":null,"trailPrice":null,"trailPercent":null,\
                        "timeInForce":"day","tradingHours":"regular","orderClass":"simple",\
                        "takeProfit":null,"stopLoss":null,"stopLossLimit":null,"strategy":null,\
                        "key":"ID","id":"ID","clientOrderId":"CLIENT","purpose":"requested",\
                        "parent":null,"replaces":null,"status":"pending_submit",\
                        "brokerOrderId":null,"brokerStatus":"","filledQty":"0","remainingQty":"10",\
                        "avgFillPrice":null,"cancelRequested":false,"text":"","denials":[],"brokerUpdatedAt":null,\
                        "createdAt":"2026-01-05T14:30:00.123456789Z",\
                        "updatedAt":"2026-01-05T14:30:00.123456789Z","version":1}\
                        """
                                .replace("ID", fresh.id().value())
                                .replace("CLIENT", fresh.clientOrderId().value()));
    }

    @Test
    void a_working_order_has_what_the_broker_reported() {
        Order filled =
                fresh.apply(
                        SampleOrders.report(fresh, OrderStatus.PARTIALLY_FILLED, "4"),
                        SampleOrders.START.plusSeconds(2));
        JsonNode body = BodyTree.of(filled);

        assertThat(body.path("brokerOrderId").asText()).isEqualTo("b-" + fresh.id());
        assertThat(body.path("brokerStatus").asText()).isEqualTo("partially_filled");
        assertThat(body.path("filledQty").asText()).isEqualTo("4");
        assertThat(body.path("remainingQty").asText()).isEqualTo("6");
        assertThat(body.path("avgFillPrice").asText()).isEqualTo("189.125");
        assertThat(body.path("brokerUpdatedAt").asText())
                .isEqualTo("2026-01-05T14:30:01.123456789Z");
        assertThat(body.path("version").asLong()).isEqualTo(2);
    }

    @Test
    void only_a_full_page_is_followed_by_another() {
        List<Order> orders = List.of(fresh, samples.intent());

        assertThat(OrderPageBody.of(orders, 2).next()).isEqualTo(orders.get(1).id().value());
        assertThat(OrderPageBody.of(orders, 3).next()).isNull();
        assertThat(OrderPageBody.of(List.of(), 3)).isEqualTo(new OrderPageBody(List.of(), null));
    }

    @Test
    void an_event_has_the_status_after_it_and_the_evidence_as_received() {
        OrderEvent event =
                new OrderEvent(
                        fresh.id(),
                        2,
                        SampleOrders.START,
                        fresh.state(),
                        new Evidence(
                                Evidence.Source.HTTP_ANSWER, "POST 200", "req-1", "{\"id\":1}"));

        assertThat(BodyTree.of(OrderEventBody.of(event)))
                .hasToString(
                        """
                        {"version":2,"at":"2026-01-05T14:30:00.123456789Z","status":"pending_submit",\
                        "filledQty":"0","text":"","source":"http_answer","summary":"POST 200",\
                        "requestId":"req-1","payload":"{\\"id\\":1}"}\
                        """);
    }

    @Test
    void an_execution_has_exact_numbers_as_text() {
        Fill fill = SampleFills.fill("e-1", new BrokerOrderId("b-1"), "2.5", "7.5");

        assertThat(BodyTree.of(FillBody.of(fill)))
                .hasToString(
                        """
                        {"executionId":"e-1","brokerOrderId":"b-1","symbol":"AAPL","side":"buy",\
                        "qty":"2.5","price":"189.125","filledQty":"7.5","remainingQty":"0",\
                        "at":"2026-01-05T14:30:00.123456789Z"}\
                        """);
    }

    @Test
    void a_preview_is_denied_as_soon_as_one_rule_is_broken() {
        assertThat(PreviewBody.of("buy 10 AAPL", List.of(), Optional.empty()))
                .isEqualTo(new PreviewBody("buy 10 AAPL", "approved", List.of(), null));
        assertThat(BodyTree.of(PreviewBody.of("buy 10 AAPL", List.of(DENIAL), Optional.empty())))
                .hasToString(
                        """
                        {"described":"buy 10 AAPL","verdict":"denied","denials":[\
                        {"code":"order_value","field":"orderValue","value":"980640",\
                        "expected":"<=50000","strategy":null,\
                        "text":"order value $980,640.00 is above the limit of $50,000.00 (max-order-value)"}],\
                        "unchecked":null}\
                        """);
    }

    @Test
    void a_denied_order_names_the_rules_that_it_broke_in_words_and_as_fields() {
        Order denied = fresh.denied(Denial.text(List.of(DENIAL)));
        OrderBody body = OrderBody.of(denied);

        assertThat(body.text())
                .isEqualTo(
                        "order value $980,640.00 is above the limit of $50,000.00"
                                + " (max-order-value)");
        assertThat(body.denials()).containsExactly(DenialBody.of(DENIAL));
        assertThat(OutcomeBody.of("denied", "no", denied, List.of(DENIAL)).denials())
                .isEqualTo(body.denials());
    }

    @Test
    void a_result_without_an_order_has_null_in_its_place() {
        assertThat(OutcomeBody.of("denied", "no", null, List.of()).order()).isNull();
        assertThat(CancelBody.of("last", "no_such_order", "", null).order()).isNull();
        assertThat(OrderBody.orNull(null)).isNull();
        assertThat(OrderBody.orNull(fresh)).isEqualTo(OrderBody.of(fresh));
    }

    @Test
    void an_unreadable_item_shows_the_message_as_received() {
        UnreadableBody body =
                UnreadableBody.of(
                        new UnreadableItem(
                                UnreadableItem.Kind.ACTIVITY,
                                UnreadableItem.Cause.MALFORMED,
                                "a-1",
                                "",
                                "",
                                "",
                                "no date",
                                "{\"x\":1}"));

        assertThat(body.line())
                .isEqualTo("activity a-1, cannot be read: no date; received: {\"x\":1}");
        assertThat(body.kind()).isEqualTo("activity");
    }

    @Test
    void an_empty_text_is_null_only_where_the_field_says_so() {
        assertThat(BodyText.notEmpty("")).isNull();
        assertThat(BodyText.notEmpty("x")).isEqualTo("x");
        assertThat(BodyText.of(null)).isNull();
        assertThat(BodyText.of("")).isEmpty();
    }

    @Test
    void an_order_with_its_changes_is_the_order_with_two_more_fields() {
        ObjectNode alone = BodyTree.of(fresh);
        ObjectNode body =
                BodyTree.of(
                        new OrderHistoryBody(
                                OrderBody.of(fresh), List.of(), List.of(fresh.id().value())));

        assertThat(body.remove(List.of("history", "chain"))).isEqualTo(alone);
    }
}
