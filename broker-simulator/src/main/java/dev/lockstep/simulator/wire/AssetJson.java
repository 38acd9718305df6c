package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.model.Asset;

/** JSON of Alpaca's asset. */
public final class AssetJson {
    private AssetJson() {}

    public static ObjectNode of(Asset asset) {
        ObjectNode json = Json.object();
        json.put("id", asset.id().toString());
        json.put("class", asset.assetClass().wireValue());
        json.putNull("cusip");
        json.put("exchange", asset.exchange());
        json.put("symbol", asset.symbol());
        json.put("name", asset.name());
        json.put("status", "active");
        json.put("tradable", true);
        json.put("marginable", !asset.crypto());
        json.put("shortable", asset.shortable());
        json.put("easy_to_borrow", asset.shortable());
        json.put("borrow_status", asset.shortable() ? "easy_to_borrow" : "hard_to_borrow");
        json.put("fractionable", asset.fractionable());
        json.put("maintenance_margin_requirement", asset.crypto() ? 100 : 30);
        json.put("margin_requirement_long", asset.crypto() ? "100" : "30");
        json.put("margin_requirement_short", asset.crypto() ? "100" : "30");
        ArrayNode attributes = json.putArray("attributes");
        asset.attributes().forEach(attributes::add);
        if (asset.crypto()) {
            json.put("min_order_size", "0.000000002");
            json.put("min_trade_increment", "0.000000001");
            json.put("price_increment", "0.000000001");
        }
        return json;
    }
}
