package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** JSON of market data, derived from the current price; its values are JSON numbers. */
public final class MarketDataJson {
    private static final int ROUND_LOT_SHARES = 100;

    private MarketDataJson() {}

    public static ObjectNode trade(Asset asset, BigDecimal price, Instant at) {
        ObjectNode json = Json.object().put("t", at.toString()).put("p", price);
        json.put("s", ROUND_LOT_SHARES);
        if (asset.crypto()) {
            return json.put("i", at.getEpochSecond()).put("tks", "B");
        }
        json.put("x", "V").put("i", at.getEpochSecond()).put("z", "C");
        json.putArray("c").add("@");
        return json;
    }

    /** Renders a quote one tick below and above the price. */
    public static ObjectNode quote(Asset asset, BigDecimal price, Instant at) {
        BigDecimal tick = asset.tick(price);
        ObjectNode json = Json.object().put("t", at.toString());
        json.put("bp", price.subtract(tick).max(tick)).put("bs", ROUND_LOT_SHARES);
        json.put("ap", price.add(tick)).put("as", ROUND_LOT_SHARES);
        if (!asset.crypto()) {
            json.put("bx", "V").put("ax", "V").put("z", "C");
            json.putArray("c").add("R");
        }
        return json;
    }

    /** Renders a replayed bar. */
    public static ObjectNode bar(Bar bar) {
        return Json.object()
                .put("t", bar.start().toString())
                .put("o", bar.open())
                .put("h", bar.high())
                .put("l", bar.low())
                .put("c", bar.close())
                .put("v", bar.volume())
                .put("n", 1)
                .put("vw", bar.close());
    }

    /** Renders the current minute as a bar of the current price. */
    public static ObjectNode bar(BigDecimal price, Instant at) {
        return Json.object()
                .put("t", at.truncatedTo(ChronoUnit.MINUTES).toString())
                .put("o", price)
                .put("h", price)
                .put("l", price)
                .put("c", price)
                .put("v", ROUND_LOT_SHARES)
                .put("n", 1)
                .put("vw", price);
    }
}
