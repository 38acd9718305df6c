package dev.lockstep.gateway.alpaca.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.gateway.alpaca.read.AssetDirectory;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.List;

/** Reads orders from the store; the venue is not asked. */
final class BotOrderReads {
    private static final int PAGE_ORDERS = 500;

    /** A filter that matches few orders reads no more than these. */
    private static final int MAX_PAGES = 200;

    private final BotOrders orders;
    private final OrderAnswers answers;
    private final AssetDirectory assets;

    BotOrderReads(BotOrders orders, OrderAnswers answers, AssetDirectory assets) {
        this.orders = orders;
        this.answers = answers;
        this.assets = assets;
    }

    GatewayAnswer one(KeyedRequest request) {
        Order order = orders.byId(request.key(), request.variable("id"));
        return GatewayAnswer.ok(answers.json(request.key(), order, request.query().flag("nested")));
    }

    GatewayAnswer byClientOrderId(KeyedRequest request) {
        String name = request.query().required("client_order_id");
        return GatewayAnswer.ok(
                answers.json(request.key(), orders.byClientOrderId(request.key(), name)));
    }

    GatewayAnswer list(KeyedRequest request) {
        TradingKey key = request.key();
        BotOrderQuery query =
                BotOrderQuery.of(request.query(), assets::symbol, text -> orders.byId(key, text));
        ArrayNode list = WireJson.array();
        OrderQuery page = query.stored(key, PAGE_ORDERS);
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            List<Order> found = orders.repository().search(page);
            if (added(list, key, query, found) || found.size() < PAGE_ORDERS) {
                break;
            }
            page = page.after(found.getLast().id());
        }
        return GatewayAnswer.ok(list);
    }

    /** Adds the orders of a page and returns whether the list is complete. */
    private boolean added(ArrayNode list, TradingKey key, BotOrderQuery query, List<Order> found) {
        for (Order order : found) {
            if (list.size() == query.limit() || query.past(order)) {
                return true;
            }
            if (query.takes(order) && BotOrders.visible(key, order)) {
                list.add(answers.json(key, order, query.nested()));
            }
        }
        return list.size() == query.limit();
    }
}
