package dev.lockstep.gateway.alpaca.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.wire.BotOrderJson;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers that consist of one order, or of the venue's refusal of it. */
final class OrderAnswers {
    private static final int CODES_PER_STATUS = 100_000;
    private static final int INVALID_CODE = 40010001;

    private final BotOrders orders;
    private final BotOrderJson format;

    OrderAnswers(BotOrders orders, BotOrderJson format) {
        this.orders = orders;
        this.format = format;
    }

    /** Returns the JSON of an order with its legs. */
    ObjectNode json(TradingKey key, Order order) {
        return format.of(orders.shown(key, order, true));
    }

    /** Returns the JSON of an order, with its legs only if requested. */
    ObjectNode json(TradingKey key, Order order, boolean nested) {
        return format.of(orders.shown(key, order, nested));
    }

    /**
     * Returns the answer to a request that made an order: the order, also while the venue has not
     * answered, or the refusal if the venue or Lockstep refused the request.
     */
    GatewayAnswer made(TradingKey key, Order order) {
        if (order.status() == OrderStatus.DENIED) {
            return GatewayAnswer.refused(
                    Refusal.forbidden(
                            "order denied: " + DenialText.readable(order.state().text())));
        }
        boolean refused =
                order.brokerOrderId() == null
                        && (order.status() == OrderStatus.REJECTED
                                || order.status() == OrderStatus.NEVER_ACCEPTED);
        return refused ? GatewayAnswer.refused(refusal(order)) : GatewayAnswer.ok(json(key, order));
    }

    private Refusal refusal(Order order) {
        List<OrderEvent> history = orders.repository().history(order.id());
        Evidence evidence = history.getLast().evidence();
        JsonNode body = WireJson.tree(evidence.payload()).orElse(WireJson.object());
        int code = body.path("code").asInt(0);
        String message = body.path("message").asText(order.state().text());
        int status = code == INVALID_CODE ? 422 : code / CODES_PER_STATUS;
        Refusal refusal =
                status >= 400 && status < 500
                        ? new Refusal(status, code, message, Map.of())
                        : Refusal.forbidden(order.state().text());
        return withDetails(refusal, body);
    }

    /** Keeps the venue's further keys, but for ids of orders, which are the venue's own. */
    private static Refusal withDetails(Refusal refusal, JsonNode body) {
        Map<String, JsonNode> details = new TreeMap<>();
        body.properties()
                .forEach(field -> {
                    if (!field.getKey().equals("code")
                            && !field.getKey().equals("message")
                            && !field.getKey().contains("order")) {
                        details.put(field.getKey(), field.getValue());
                    }
                });
        return new Refusal(refusal.status(), refusal.code(), refusal.message(), details);
    }
}
