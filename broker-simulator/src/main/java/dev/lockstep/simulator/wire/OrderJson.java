package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.OrderTerms;
import java.util.function.Function;

/** JSON of Alpaca's order. All keys are present; absent values are null. */
public final class OrderJson {
    private final Function<String, Asset> assets;

    public OrderJson(Function<String, Asset> assets) {
        this.assets = assets;
    }

    /** Renders the order with its legs. */
    public ObjectNode of(OrderSnapshot view) {
        ObjectNode json = alone(view.order());
        if (!view.legs().isEmpty()) {
            ArrayNode legs = json.putArray("legs");
            view.legs().forEach(leg -> legs.add(alone(leg)));
        }
        return json;
    }

    private ObjectNode alone(Order order) {
        ObjectNode json = Json.object();
        json.put("id", order.id().toString());
        json.put("client_order_id", order.clientOrderId());
        times(json, order);
        json.put("replaced_by", Json.text(order.lineage().replacedBy()));
        json.put("replaces", Json.text(order.lineage().replaces()));
        asset(json, order);
        amounts(json, order);
        terms(json, order.terms());
        json.put("status", order.status().wireValue());
        json.put("extended_hours", order.terms().extendedHours());
        json.putNull("legs");
        json.put("trail_percent", Json.text(order.terms().trailPercent()));
        json.put("trail_price", Json.text(order.terms().trailPrice()));
        json.put("hwm", Json.text(order.highWaterMark()));
        json.put("position_intent", order.terms().intent().wireValue());
        json.putNull("ratio_qty");
        json.putNull("subtag");
        json.putNull("source");
        return json;
    }

    private static void times(ObjectNode json, Order order) {
        json.put("created_at", Json.text(order.milestones().submittedAt()));
        json.put("updated_at", Json.text(order.milestones().updatedAt()));
        json.put("submitted_at", Json.text(order.milestones().submittedAt()));
        json.put("filled_at", Json.text(order.milestones().filledAt()));
        json.put("expired_at", Json.text(order.milestones().expiredAt()));
        json.put("expires_at", Json.text(order.milestones().expiresAt()));
        json.put("canceled_at", Json.text(order.milestones().canceledAt()));
        json.put("failed_at", Json.text(order.milestones().failedAt()));
        json.put("replaced_at", Json.text(order.milestones().replacedAt()));
    }

    private void asset(ObjectNode json, Order order) {
        Asset asset = assets.apply(order.terms().symbol());
        json.put("asset_id", asset.id().toString());
        json.put("symbol", asset.symbol());
        json.put("asset_class", asset.assetClass().wireValue());
    }

    private static void amounts(ObjectNode json, Order order) {
        boolean traded = order.filled().qty().signum() > 0;
        json.put("notional", Json.text(order.terms().notional()));
        json.put("qty", Json.text(order.terms().qty()));
        json.put("filled_qty", Json.text(order.filled().qty()));
        json.put("filled_avg_price", traded ? Json.text(order.filled().averagePrice()) : null);
    }

    private static void terms(ObjectNode json, OrderTerms terms) {
        json.put("order_class", terms.orderClass().wireValue());
        json.put("order_type", terms.type().wireValue());
        json.put("type", terms.type().wireValue());
        json.put("side", terms.side().wireValue());
        json.put("time_in_force", terms.timeInForce().wireValue());
        json.put("limit_price", Json.text(terms.limitPrice()));
        json.put("stop_price", Json.text(terms.stopPrice()));
    }
}
