package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.ledger.ListedPosition;
import dev.lockstep.simulator.exchange.ledger.Position;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;

/** JSON of Alpaca's position. For what was added today the day begins with its own price. */
public final class PositionJson {
    private PositionJson() {}

    public static ObjectNode of(ListedPosition view) {
        Position position = view.position();
        Asset asset = view.asset();
        BigDecimal value = position.marketValue(view.price());
        BigDecimal profit = value.subtract(position.costBasis());
        BigDecimal lastDay = view.lastDayPrice();
        BigDecimal base =
                position.qty().subtract(view.todayQty()).multiply(lastDay).add(view.todayCost());
        BigDecimal intraday = value.subtract(base);
        ObjectNode json = Json.object();
        json.put("asset_id", asset.id().toString());
        json.put("symbol", asset.positionSymbol());
        json.put("exchange", asset.exchange());
        json.put("asset_class", asset.assetClass().wireValue());
        json.put("asset_marginable", !asset.crypto());
        json.put("qty", Json.text(position.qty()));
        json.put("qty_available", Json.text(view.qtyAvailable()));
        json.put("avg_entry_price", Json.text(position.averageEntryPrice()));
        json.put("side", position.qty().signum() > 0 ? "long" : "short");
        json.put("market_value", Json.text(value));
        json.put("cost_basis", Json.text(position.costBasis()));
        json.put("unrealized_pl", Json.text(profit));
        json.put("unrealized_plpc", Json.text(Decimals.ratio(profit, position.costBasis().abs())));
        json.put("unrealized_intraday_pl", Json.text(intraday));
        json.put("unrealized_intraday_plpc", Json.text(Decimals.ratio(intraday, base.abs())));
        json.put("current_price", Json.text(view.price()));
        json.put("lastday_price", Json.text(lastDay));
        json.put(
                "change_today", Json.text(Decimals.ratio(view.price().subtract(lastDay), lastDay)));
        return json;
    }
}
