package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.instrument.Asset;
import org.jspecify.annotations.Nullable;

/** Alpaca's JSON format of an asset. */
record WireAsset(
        @Nullable String symbol,
        @JsonProperty("class") @Nullable String assetClass,
        @Nullable String name,
        @Nullable String exchange,
        @Nullable String status,
        @Nullable Boolean tradable,
        @Nullable Boolean marginable,
        @Nullable Boolean shortable,
        @JsonProperty("easy_to_borrow") @Nullable Boolean easyToBorrow,
        @JsonProperty("borrow_status") @Nullable String borrowStatus,
        @Nullable Boolean fractionable,
        @JsonProperty("min_order_size") @Nullable String minOrderSize,
        @JsonProperty("min_trade_increment") @Nullable String minTradeIncrement,
        @JsonProperty("price_increment") @Nullable String priceIncrement) {

    /** Converts the asset. A missing flag counts as false. */
    Asset asset() throws UnreadableException {
        return new Asset(
                AlpacaMapper.symbol(JsonFields.required("symbol", symbol), assetClass),
                name == null ? "" : name,
                JsonFields.required("exchange", exchange),
                Boolean.TRUE.equals(tradable) && "active".equals(status),
                Boolean.TRUE.equals(marginable),
                Boolean.TRUE.equals(shortable),
                borrowStatus == null
                        ? Boolean.TRUE.equals(easyToBorrow)
                        : "easy_to_borrow".equals(borrowStatus),
                Boolean.TRUE.equals(fractionable),
                JsonFields.quantity(minOrderSize),
                JsonFields.quantity(minTradeIncrement),
                JsonFields.optionalDecimal(priceIncrement));
    }
}
