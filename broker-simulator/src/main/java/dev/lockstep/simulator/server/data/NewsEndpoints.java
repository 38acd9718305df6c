package dev.lockstep.simulator.server.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Endpoint for news about the simulated market, newest first unless requested otherwise. */
final class NewsEndpoints {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 50;
    private static final int MAX_DAYS = 3_700;

    private final MarketReader reader;

    NewsEndpoints(MarketReader reader) {
        this.reader = reader;
    }

    void register(Routes routes) {
        routes.get("/v1beta1/news", Access.keyed((request, _) -> news(request)));
    }

    private VenueAnswer news(ExchangeRequest request) {
        DataQuery query = new DataQuery(request, false);
        boolean ascending = query.ascending(false);
        boolean content = query.flag("include_content");
        // Every article has content.
        query.flag("exclude_contentless");
        int limit = query.limit(DEFAULT_LIMIT, MAX_LIMIT);
        Map<String, SeriesPage.Listed> assets = new LinkedHashMap<>();
        Instant now = assets(query.symbolsOrAll(), assets);
        Instant end = Objects.requireNonNullElse(query.time("end", true), now);
        Instant from =
                Objects.requireNonNullElse(
                        query.time("start", false), ascending ? query.start(now) : Instant.EPOCH);
        if (end.isBefore(from)) {
            throw DataQuery.refused("end should not be before start");
        }
        PageToken token = PageToken.parse(query.text("page_token"));
        long afterId = token == null ? 0 : token.number();
        List<NewsArticle> found =
                find(
                        assets,
                        new Search(
                                from,
                                end.isAfter(now) ? now : end,
                                ascending,
                                token,
                                afterId,
                                limit));
        ObjectNode answer = Json.object();
        answer.set(
                "news",
                found.stream()
                        .limit(limit)
                        .collect(Json.toArray(article -> article.json(content))));
        NewsArticle next = found.size() > limit ? found.get(limit) : null;
        return VenueAnswer.ok(
                answer.put(
                        "next_page_token",
                        next == null
                                ? null
                                : new PageToken(Long.toString(next.id()), next.at()).text()));
    }

    private Instant assets(Set<String> symbols, Map<String, SeriesPage.Listed> assets) {
        if (symbols.isEmpty()) {
            MarketReader.Market stocks = reader.readAll(false);
            assets.putAll(stocks.bySymbol());
            assets.putAll(reader.readAll(true).bySymbol());
            return stocks.now();
        }
        Set<String> own = new TreeSet<>(symbols);
        MarketReader.Market stocks = reader.read(own, false);
        assets.putAll(stocks.bySymbol());
        assets.putAll(reader.read(own, true).bySymbol());
        return stocks.now();
    }

    private record Search(
            Instant from,
            Instant to,
            boolean ascending,
            @Nullable PageToken token,
            long afterId,
            int limit) {
        Comparator<NewsArticle> order() {
            Comparator<NewsArticle> order =
                    Comparator.comparing(NewsArticle::at).thenComparingLong(NewsArticle::id);
            return ascending ? order : order.reversed();
        }

        boolean includes(NewsArticle article) {
            boolean within = !article.at().isBefore(from) && !article.at().isAfter(to);
            if (!within || token == null) {
                return within;
            }
            int place = article.at().compareTo(token.at());
            int order = place == 0 ? Long.compare(article.id(), afterId) : place;
            return ascending ? order >= 0 : order <= 0;
        }
    }

    /** Returns the articles of a page and the one after it, day by day. */
    private static List<NewsArticle> find(Map<String, SeriesPage.Listed> assets, Search search) {
        List<NewsArticle> found = new ArrayList<>();
        Instant begin = search.ascending() ? search.from() : search.to();
        Instant token = search.token() == null ? begin : search.token().at();
        LocalDate day =
                LocalDate.ofInstant(token, ExchangeCalendar.NEW_YORK)
                        .plusDays(search.ascending() ? -2 : 2);
        for (int days = 0; days < MAX_DAYS && found.size() <= search.limit(); days++) {
            LocalDate date = day;
            List<NewsArticle> articles = new ArrayList<>();
            assets.values()
                    .forEach(listed ->
                            NewsArticle.of(listed.asset(), listed.series(), date, search.to())
                                    .filter(search::includes)
                                    .ifPresent(articles::add));
            articles.sort(search.order());
            found.addAll(articles);
            day = day.plusDays(search.ascending() ? 1 : -1);
        }
        return found;
    }
}
