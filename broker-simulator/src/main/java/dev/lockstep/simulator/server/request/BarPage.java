package dev.lockstep.simulator.server.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.PriceBoard;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.MarketDataJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A page of bars: the replayed ones, whatever the requested timeframe, or the current minute of an
 * asset without bars.
 */
public final class BarPage {
    private static final int DEFAULT_LIMIT_BARS = 1_000;
    private static final int MAX_LIMIT_BARS = 10_000;
    private static final String TOKEN_SEPARATOR = "|";

    private final PriceBoard prices;
    private final Instant now;
    private final Instant start;
    private final Instant end;
    private final @Nullable String token;
    private final ObjectNode bySymbol = Json.object();
    private int room;
    private @Nullable String next;

    public BarPage(PriceBoard prices, Query query, Instant now) {
        this.prices = prices;
        this.now = now;
        this.start = query.timeOr("start", Instant.EPOCH);
        this.end = query.timeOr("end", now);
        this.token = query.text("page_token");
        this.room = query.limit(DEFAULT_LIMIT_BARS, MAX_LIMIT_BARS);
    }

    /** Fills the page symbol by symbol. The token names the start of the next page. */
    public BarPage of(List<String> symbols) {
        for (String symbol : new TreeSet<>(symbols)) {
            Optional<Asset> asset = prices.asset(symbol);
            boolean earlier = token != null && symbol.compareTo(symbolOf(token)) < 0;
            if (asset.isPresent() && !earlier && next == null) {
                add(symbol, asset.get());
            }
        }
        return this;
    }

    public ObjectNode bySymbol() {
        return bySymbol;
    }

    public @Nullable String next() {
        return next;
    }

    private void add(String symbol, Asset asset) {
        if (!prices.follows(asset)) {
            bySymbol.putArray(symbol).add(MarketDataJson.bar(prices.price(asset), now));
            return;
        }
        boolean continued = token != null && symbol.equals(symbolOf(token));
        Instant from = continued ? timeOf(token) : start;
        ArrayNode page = bySymbol.putArray(symbol);
        for (Bar bar : prices.bars(asset, from, end, now)) {
            if (room == 0) {
                next = symbol + TOKEN_SEPARATOR + bar.start();
                return;
            }
            page.add(MarketDataJson.bar(bar));
            room--;
        }
    }

    private static String symbolOf(String token) {
        int cut = token.indexOf(TOKEN_SEPARATOR);
        return cut < 0 ? token : token.substring(0, cut);
    }

    private static Instant timeOf(@Nullable String token) {
        String text = token == null ? "" : token.substring(token.indexOf(TOKEN_SEPARATOR) + 1);
        return Query.time(text, "page_token");
    }
}
