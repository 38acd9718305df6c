package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.history.MarketBar;
import dev.lockstep.simulator.exchange.history.MarketTrade;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;

/** JSON of market data; its values are JSON numbers. */
public final class MarketDataJson {
    private static final BigDecimal ROUND_LOT = new BigDecimal("100");
    private static final BigDecimal COINS_DOLLARS = new BigDecimal("20000");
    private static final int COIN_SCALE_DIGITS = 6;
    private static final int BOOK_LEVELS = 10;

    private MarketDataJson() {}

    /** Renders a trade at the current price, with an id that follows from its time. */
    public static ObjectNode trade(Asset asset, BigDecimal price, Instant at) {
        return trade(asset, price, at, at.toEpochMilli());
    }

    /** Renders a trade at the current price. */
    public static ObjectNode trade(Asset asset, BigDecimal price, Instant at, long id) {
        return trade(asset, new MarketTrade(at, id, price, size(asset, price)));
    }

    public static ObjectNode trade(Asset asset, MarketTrade trade) {
        ObjectNode json = Json.object().put("t", trade.at().toString());
        json.put("p", Decimals.plain(trade.price()))
                .put("s", Decimals.plain(trade.size()))
                .put("i", trade.id());
        if (asset.crypto()) {
            return json.put("tks", trade.id() % 2 == 0 ? "B" : "S");
        }
        json.put("x", exchange(asset)).put("z", tape(asset));
        json.putArray("c").add("@");
        return json;
    }

    /** Renders a quote one tick below and above the price. */
    public static ObjectNode quote(Asset asset, BigDecimal price, Instant at) {
        BigDecimal tick = asset.tick(price);
        BigDecimal size = Decimals.plain(size(asset, price));
        ObjectNode json = Json.object().put("t", at.toString());
        json.put("bp", Decimals.plain(price.subtract(tick).max(tick))).put("bs", size);
        json.put("ap", Decimals.plain(price.add(tick))).put("as", size);
        if (!asset.crypto()) {
            json.put("bx", exchange(asset)).put("ax", exchange(asset)).put("z", tape(asset));
            json.putArray("c").add("R");
        }
        return json;
    }

    public static ObjectNode bar(Asset asset, MarketBar bar) {
        BigDecimal volume =
                asset.crypto() ? bar.volume() : bar.volume().setScale(0, RoundingMode.HALF_UP);
        return Json.object()
                .put("t", bar.start().toString())
                .put("o", Decimals.plain(bar.open()))
                .put("h", Decimals.plain(bar.high()))
                .put("l", Decimals.plain(bar.low()))
                .put("c", Decimals.plain(bar.close()))
                .put("v", Decimals.plain(volume))
                .put("n", bar.trades())
                .put("vw", Decimals.plain(bar.averagePrice()));
    }

    /** Renders an order book around the price. */
    public static ObjectNode orderBook(Asset asset, BigDecimal price, Instant at) {
        BigDecimal tick = asset.tick(price);
        ObjectNode json = Json.object().put("t", at.toString());
        ArrayNode bids = json.putArray("b");
        ArrayNode asks = json.putArray("a");
        for (int level = 1; level <= BOOK_LEVELS; level++) {
            BigDecimal away = tick.multiply(BigDecimal.valueOf(level));
            BigDecimal size =
                    Decimals.plain(size(asset, price).multiply(BigDecimal.valueOf(level)));
            BigDecimal bid = price.subtract(away);
            if (bid.signum() > 0) {
                bids.addObject().put("p", Decimals.plain(bid)).put("s", size);
            }
            asks.addObject().put("p", Decimals.plain(price.add(away))).put("s", size);
        }
        return json;
    }

    /** Returns the code of the exchange on which an asset trades. */
    public static String exchange(Asset asset) {
        return switch (asset.exchange()) {
            case "NASDAQ" -> "Q";
            case "NYSE" -> "N";
            default -> "P";
        };
    }

    private static String tape(Asset asset) {
        return switch (asset.exchange().toUpperCase(Locale.ROOT)) {
            case "NASDAQ" -> "C";
            case "NYSE" -> "A";
            default -> "B";
        };
    }

    private static BigDecimal size(Asset asset, BigDecimal price) {
        return asset.crypto()
                ? COINS_DOLLARS.divide(price, COIN_SCALE_DIGITS, RoundingMode.HALF_UP)
                : ROUND_LOT;
    }
}
