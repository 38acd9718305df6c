package dev.lockstep.simulator.server.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.history.BarSeries;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of the data of several symbols: all of the first symbol, then all of the next. The limit
 * counts the items of all symbols together.
 *
 * @param bySymbol the items of each symbol that has any
 * @param next the token of the next page, null if this is the last
 */
record SeriesPage(ObjectNode bySymbol, @Nullable String next) {
    static final int DEFAULT_LIMIT = 1_000;
    static final int MAX_LIMIT = 10_000;

    /** An asset with its data. */
    record Listed(Asset asset, BarSeries series) {}

    /** What a page consists of. */
    record Content<T>(
            BiFunction<BarSeries, BarSeries.Range, List<T>> read,
            Function<T, Instant> time,
            BiFunction<Asset, T, JsonNode> render) {}

    /** Creates the page that a request describes. */
    static <T> SeriesPage of(
            Map<String, Listed> bySymbol, DataQuery query, Instant now, Content<T> content) {
        Instant start = query.start(now);
        Instant end = query.end(now);
        if (end.isBefore(start)) {
            throw DataQuery.refused("end should not be before start");
        }
        boolean ascending = query.ascending(true);
        int room = query.limit(DEFAULT_LIMIT, MAX_LIMIT);
        PageToken token = PageToken.parse(query.text("page_token"));
        ObjectNode page = Json.object();
        for (Map.Entry<String, Listed> each : bySymbol.entrySet()) {
            String symbol = each.getKey();
            if (token != null && symbol.compareTo(token.key()) < 0) {
                continue;
            }
            Instant resume = token != null && symbol.equals(token.key()) ? token.at() : null;
            BarSeries.Range range =
                    new BarSeries.Range(
                            resume != null && ascending ? resume : start,
                            resume != null && !ascending ? resume : end,
                            ascending,
                            room + 1);
            List<T> items = content.read().apply(each.getValue().series(), range);
            List<T> shown = items.subList(0, Math.min(room, items.size()));
            if (!shown.isEmpty()) {
                ArrayNode array = page.putArray(symbol);
                shown.forEach(
                        item -> array.add(content.render().apply(each.getValue().asset(), item)));
                room -= shown.size();
            }
            if (shown.size() < items.size()) {
                Instant at = content.time().apply(items.get(shown.size()));
                return new SeriesPage(page, new PageToken(symbol, at).text());
            }
        }
        return new SeriesPage(page, null);
    }
}
