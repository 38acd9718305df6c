package dev.lockstep.simulation.actor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.OrderType.Trail;
import java.util.Locale;

/** Order requests as a bot writes them. */
final class BotRequests {
    private BotRequests() {}

    /** Returns the body of an alert for a simple order without a trailing stop. */
    static String alert(NewOrder terms, String id) {
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("symbol", terms.symbol().value())
                        .put("qty", String.valueOf(terms.orderQty()))
                        .put("action", terms.side().name().toLowerCase(Locale.ROOT))
                        .put("timeInForce", terms.timeInForce().name().toLowerCase(Locale.ROOT))
                        .put("id", id);
        switch (terms.type()) {
            case OrderType.Market _, OrderType.TrailingStop _ -> json.put("type", "market");
            case OrderType.Limit(var limit) -> json.put("limitPrice", limit.toString());
            case OrderType.Stop(var stop) -> json.put("stopPrice", stop.toString());
            case OrderType.StopLimit(var stop, var limit) ->
                    json.put("stopPrice", stop.toString()).put("limitPrice", limit.toString());
        }
        return json.toString();
    }

    /** Returns the body of a request for a simple order. */
    static String order(NewOrder terms, String clientOrderId) {
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("symbol", terms.symbol().value())
                        .put("qty", String.valueOf(terms.orderQty()))
                        .put("side", terms.side().name().toLowerCase(Locale.ROOT))
                        .put("time_in_force", terms.timeInForce().name().toLowerCase(Locale.ROOT))
                        .put("client_order_id", clientOrderId);
        switch (terms.type()) {
            case OrderType.Market _ -> json.put("type", "market");
            case OrderType.Limit(var limit) ->
                    json.put("type", "limit").put("limit_price", limit.toString());
            case OrderType.Stop(var stop) ->
                    json.put("type", "stop").put("stop_price", stop.toString());
            case OrderType.StopLimit(var stop, var limit) ->
                    json.put("type", "stop_limit")
                            .put("stop_price", stop.toString())
                            .put("limit_price", limit.toString());
            case OrderType.TrailingStop(Trail.ByPrice(var offset)) ->
                    json.put("type", "trailing_stop").put("trail_price", offset.toString());
            case OrderType.TrailingStop(Trail.ByPercent(var percent)) ->
                    json.put("type", "trailing_stop").put("trail_percent", percent.toString());
        }
        return json.toString();
    }
}
