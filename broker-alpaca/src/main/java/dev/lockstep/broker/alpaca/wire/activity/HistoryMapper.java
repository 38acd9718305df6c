package dev.lockstep.broker.alpaca.wire.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.broker.alpaca.wire.json.JsonCodec;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.broker.alpaca.wire.json.UnreadableItems;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mapper of Alpaca's account history. Stateless. */
public final class HistoryMapper {
    private HistoryMapper() {}

    /** Returns Alpaca's {@code period} for a span. */
    public static String period(HistorySpan span) {
        return switch (span) {
            case DAY -> "1D";
            case WEEK -> "1W";
            case MONTH -> "1M";
            case QUARTER -> "3M";
            case YEAR -> "1A";
        };
    }

    /** Returns Alpaca's {@code timeframe} for a span. */
    public static String timeframe(HistorySpan span) {
        return switch (span) {
            case DAY -> "5Min";
            case WEEK -> "1H";
            case MONTH, QUARTER, YEAR -> "1D";
        };
    }

    /** Parses a page of activities. */
    public static List<ListedActivity> activities(String body) throws UnreadableException {
        List<ListedActivity> activities = new ArrayList<>();
        for (JsonNode entry : JsonCodec.elements(body)) {
            activities.add(listed(entry));
        }
        return activities;
    }

    private static ListedActivity listed(JsonNode entry) {
        try {
            return JsonCodec.object(entry, WireActivity.class).listed(entry.toString());
        } catch (UnreadableException why) {
            return new ListedActivity.Unreadable(UnreadableItems.activity(entry, why));
        }
    }

    /** Parses the portfolio history: parallel lists whose entries may be null. */
    public static PortfolioHistory portfolio(String body) throws UnreadableException {
        WirePortfolio wire = JsonCodec.object(body, WirePortfolio.class);
        JsonNode times = list("timestamp", wire.timestamp());
        JsonNode equities = list("equity", wire.equity());
        JsonNode profits = list("profit_loss", wire.profits());
        if (equities.size() != times.size() || profits.size() != times.size()) {
            throw new UnreadableException("timestamp, equity and profit_loss differ in length");
        }
        try {
            List<PortfolioHistory.Point> points = new ArrayList<>();
            for (int i = 0; i < times.size(); i++) {
                points.add(
                        new PortfolioHistory.Point(
                                time(times.get(i)),
                                JsonFields.optionalMoney(text(equities.get(i))),
                                JsonFields.optionalMoney(text(profits.get(i)))));
            }
            return new PortfolioHistory(JsonFields.optionalMoney(wire.baseValue()), points);
        } catch (InvalidValueException | NumberFormatException | DateTimeException wrong) {
            throw new UnreadableException("history: " + wrong.getMessage(), wrong);
        }
    }

    private static JsonNode list(String field, @Nullable JsonNode list) throws UnreadableException {
        if (list == null || !list.isArray()) {
            throw new UnreadableException(field + " is missing");
        }
        return list;
    }

    private static Instant time(JsonNode node) throws UnreadableException {
        if (!node.canConvertToLong()) {
            throw new UnreadableException("timestamp is not a number of seconds: " + node);
        }
        return Instant.ofEpochSecond(node.asLong());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asText();
    }

    private record WirePortfolio(
            @Nullable JsonNode timestamp,
            @Nullable JsonNode equity,
            @JsonProperty("profit_loss") @Nullable JsonNode profits,
            @JsonProperty("base_value") @Nullable String baseValue) {}
}
