package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.broker.alpaca.wire.json.JsonCodec;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mapper of Alpaca's market data, whose values are JSON numbers. Unreadable entries are omitted, as
 * if unknown. Stateless.
 */
public final class MarketMapper {
    private MarketMapper() {}

    /** Parses the latest quotes by symbol. */
    public static Map<Symbol, Quote> quotes(String body) throws UnreadableException {
        return entries(body, "quotes", WireQuote.class, WireQuote::quote);
    }

    /** Parses the latest trades by symbol. */
    public static Map<Symbol, Trade> trades(String body) throws UnreadableException {
        return entries(body, "trades", WireTrade.class, WireTrade::trade);
    }

    /** Parses the latest bars by symbol. */
    public static Map<Symbol, Bar> bars(String body) throws UnreadableException {
        return entries(body, "bars", WireBar.class, WireBar::bar);
    }

    /** Parses a page of bars of one instrument, in the order of the page. */
    public static List<Bar> bars(String body, Symbol symbol) throws UnreadableException {
        JsonNode bySymbol = JsonCodec.object(body).path("bars");
        if (!bySymbol.isObject()) {
            throw new UnreadableException("bars is missing");
        }
        List<Bar> bars = new ArrayList<>();
        for (JsonNode entry : bySymbol.path(symbol.value())) {
            try {
                bars.add(JsonCodec.object(entry, WireBar.class).bar(symbol));
            } catch (UnreadableException | InvalidValueException | NumberFormatException strange) {
                // Omitted: an unreadable bar counts as unknown.
            }
        }
        return bars;
    }

    /** Parses the bars of the last days by symbol; snapshots of pairs are in an object. */
    public static Map<Symbol, DailyBars> days(String body) throws UnreadableException {
        JsonNode answer = JsonCodec.object(body);
        JsonNode wrapped = answer.path("snapshots");
        return entries(
                wrapped.isObject() ? wrapped : answer, WireSnapshot.class, WireSnapshot::days);
    }

    private static <W, T> Map<Symbol, T> entries(
            String body, String field, Class<W> wireType, Meaning<W, T> meaning)
            throws UnreadableException {
        JsonNode entries = JsonCodec.object(body).path(field);
        if (!entries.isObject()) {
            throw new UnreadableException(field + " is missing");
        }
        return entries(entries, wireType, meaning);
    }

    private static <W, T> Map<Symbol, T> entries(
            JsonNode entries, Class<W> wireType, Meaning<W, T> meaning) {
        Map<Symbol, T> bySymbol = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            try {
                Symbol symbol = new Symbol(entry.getKey());
                bySymbol.put(
                        symbol, meaning.of(JsonCodec.object(entry.getValue(), wireType), symbol));
            } catch (UnreadableException | InvalidValueException | NumberFormatException strange) {
                // Omitted: an unreadable entry counts as unknown.
            }
        }
        return bySymbol;
    }

    private interface Meaning<W, T> {
        T of(W wire, Symbol symbol) throws UnreadableException;
    }

    private record WireQuote(
            @Nullable String t,
            @JsonProperty("bp") @Nullable String bidPrice,
            @JsonProperty("bs") @Nullable String bidSize,
            @JsonProperty("ap") @Nullable String askPrice,
            @JsonProperty("as") @Nullable String askSize) {

        /** A price of zero means that there is no quote on that side. */
        Quote quote(Symbol symbol) throws UnreadableException {
            return new Quote(
                    symbol,
                    JsonFields.averagePrice(bidPrice),
                    JsonFields.roundedQuantity(bidSize),
                    JsonFields.averagePrice(askPrice),
                    JsonFields.roundedQuantity(askSize),
                    JsonFields.time("t", t));
        }
    }

    private record WireTrade(
            @Nullable String t,
            @JsonProperty("p") @Nullable String price,
            @JsonProperty("s") @Nullable String size) {

        Trade trade(Symbol symbol) throws UnreadableException {
            return new Trade(
                    symbol,
                    JsonFields.price("p", price),
                    JsonFields.roundedQuantity(size),
                    JsonFields.time("t", t));
        }
    }

    private record WireBar(
            @Nullable String t,
            @JsonProperty("o") @Nullable String open,
            @JsonProperty("h") @Nullable String high,
            @JsonProperty("l") @Nullable String low,
            @JsonProperty("c") @Nullable String close,
            @JsonProperty("v") @Nullable String volume) {

        Bar bar(Symbol symbol) throws UnreadableException {
            return new Bar(
                    symbol,
                    JsonFields.time("t", t),
                    JsonFields.price("o", open),
                    JsonFields.price("h", high),
                    JsonFields.price("l", low),
                    JsonFields.price("c", close),
                    JsonFields.roundedQuantity(volume));
        }
    }

    private record WireSnapshot(@Nullable WireBar dailyBar, @Nullable WireBar prevDailyBar) {
        DailyBars days(Symbol symbol) throws UnreadableException {
            if (dailyBar == null) {
                throw new UnreadableException("dailyBar is missing");
            }
            return new DailyBars(
                    dailyBar.bar(symbol), prevDailyBar == null ? null : prevDailyBar.bar(symbol));
        }
    }
}
