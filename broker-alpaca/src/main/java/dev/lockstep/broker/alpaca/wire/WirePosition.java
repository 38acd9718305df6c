package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.position.Position;
import org.jspecify.annotations.Nullable;

/** Alpaca's JSON format of a position. */
record WirePosition(
        @Nullable String symbol,
        @JsonProperty("asset_class") @Nullable String assetClass,
        @Nullable String side,
        @Nullable String qty,
        @JsonProperty("qty_available") @Nullable String qtyAvailable,
        @JsonProperty("avg_entry_price") @Nullable String avgEntryPrice,
        @JsonProperty("current_price") @Nullable String currentPrice,
        @JsonProperty("unrealized_pl") @Nullable String unrealizedProfit,
        @JsonProperty("unrealized_intraday_pl") @Nullable String dayProfit) {

    Position position(String name) throws UnreadableException {
        NetQuantity net = NetQuantity.of(JsonFields.required("qty", qty));
        boolean unsigned = "short".equals(side) && net.value().signum() > 0;
        return new Position(
                AlpacaMapper.symbol(name, assetClass),
                unsigned ? new NetQuantity(net.value().negate()) : net,
                available(),
                JsonFields.averagePrice(avgEntryPrice),
                JsonFields.averagePrice(currentPrice),
                JsonFields.optionalMoney(unrealizedProfit),
                JsonFields.optionalMoney(dayProfit));
    }

    /** Returns the available quantity; Alpaca reports it negative for a short position. */
    private @Nullable Quantity available() {
        return qtyAvailable == null || qtyAvailable.isBlank()
                ? null
                : new Quantity(BoundedDecimal.parse("qty_available", qtyAvailable).abs());
    }
}
