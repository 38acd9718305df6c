package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Market data over HTTP: ranges, pages, order, parameters and their errors. */
class MarketDataTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-03-04T17:00:00Z"));

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        SimulatorConfig.defaults().withClock(NOON).withRequestsPerMinute(0));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/stocks/bars?symbols=MSFT,AAPL&timeframe=1Hour&start=2026-02-20",
                "/v2/stocks/bars?symbols=MSFT,AAPL&timeframe=1Day&start=2026-01-02&sort=desc",
                "/v2/stocks/trades?symbols=MSFT,AAPL&start=2026-03-04T16:55:00Z",
                "/v2/stocks/quotes?symbols=MSFT,AAPL&start=2026-03-04T16:55:00Z&sort=desc",
                "/v1beta3/crypto/us/bars?symbols=BTC/USD,ETH/USD&timeframe=4H&start=2026-02-27",
                "/v1beta3/crypto/us/trades?symbols=BTC/USD&start=2026-03-04T16:50:00Z",
            })
    void pages_joined_are_the_unpaged_answer(String path) {
        JsonNode whole = items(client.get(path + "&limit=10000").json());
        List<String> expected = flat(whole);
        assertThat(expected).hasSizeGreaterThan(20);
        List<String> joined = new ArrayList<>();
        String token = "";
        for (int page = 0; page < 100; page++) {
            JsonNode answer = client.get(path + "&limit=7" + token).json();
            joined.addAll(flat(items(answer)));
            JsonNode next = answer.get("next_page_token");
            if (next.isNull()) {
                break;
            }
            assertThat(flat(items(answer))).hasSize(7);
            token = "&page_token=" + next.asText();
        }
        assertThat(joined).isEqualTo(expected);
    }

    private static JsonNode items(JsonNode answer) {
        return answer.elements().next();
    }

    private static List<String> flat(JsonNode bySymbol) {
        List<String> all = new ArrayList<>();
        bySymbol.properties()
                .forEach(symbol ->
                        symbol.getValue().forEach(item -> all.add(symbol.getKey() + item)));
        return all;
    }

    @Test
    void descending_order_is_the_reverse_of_ascending_order() {
        String path = "/v2/stocks/AAPL/bars?timeframe=5Min&start=2026-03-02&limit=10000";
        List<JsonNode> ascending = new ArrayList<>();
        client.get(path).json().get("bars").forEach(ascending::add);
        List<JsonNode> descending = new ArrayList<>();
        client.get(path + "&sort=desc").json().get("bars").forEach(descending::add);
        Collections.reverse(descending);
        assertThat(descending).isEqualTo(ascending);
    }

    @Test
    void without_a_start_the_range_is_the_current_day_and_a_date_includes_its_whole_day() {
        JsonNode today = client.get("/v2/stocks/AAPL/bars?timeframe=1Min").json().get("bars");
        assertThat(today.get(0).get("t").asText()).startsWith("2026-03-04T");
        JsonNode day =
                client.get("/v2/stocks/AAPL/bars?timeframe=1Day&start=2026-02-27&end=2026-02-27")
                        .json()
                        .get("bars");
        assertThat(day).hasSize(1);
        assertThat(day.get(0).get("t").asText()).isEqualTo("2026-02-27T05:00:00Z");
        JsonNode minutes =
                client.get(
                                "/v2/stocks/AAPL/bars?timeframe=1Min&start=2026-02-27"
                                        + "&end=2026-02-27&limit=10000")
                        .json()
                        .get("bars");
        assertThat(minutes).hasSize(16 * 60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/v2/stocks/bars?timeframe=1Day; Invalid format for parameter symbols: query"
                        + " parameter 'symbols' is required",
                "/v2/stocks/AAPL/bars; Invalid format for parameter timeframe: query parameter"
                        + " 'timeframe' is required",
                "/v2/stocks/AAPL/bars?timeframe=90Min; invalid timeframe: 90Min",
                "/v2/stocks/AAPL/bars?timeframe=1Day&start=soon; Invalid format for parameter"
                        + " start: error parsing 'soon' as RFC3339 or 2006-01-02 time",
                "/v2/stocks/AAPL/bars?timeframe=1Day&start=2026-03-02&end=2026-03-01; end should"
                        + " not be before start",
                "/v2/stocks/AAPL/bars?timeframe=1Day&sort=up; invalid sort: up",
                "/v2/stocks/AAPL/bars?timeframe=1Day&limit=0; invalid limit: must be between 1 and"
                        + " 10000",
                "/v2/stocks/AAPL/bars?timeframe=1Day&adjustment=half; invalid adjustment: half",
                "/v2/stocks/AAPL/bars?timeframe=1Day&feed=cnn; invalid feed: cnn",
                "/v2/stocks/AAPL/bars?timeframe=1Day&page_token=x; invalid page_token",
                "/v2/stocks/aapl/trades; invalid symbol: aapl",
                "/v2/stocks/bars?timeframe=1Day&symbols=AAPL,BTC/USD; invalid symbol: BTC/USD",
                "/v2/stocks/quotes/latest?symbols=BTC/USD; invalid symbol: BTC/USD",
                "/v1beta3/crypto/mars/latest/quotes?symbols=BTC/USD; Invalid location: mars",
                "/v1beta3/crypto/loc/bars?symbols=BTC/USD&timeframe=1Day; Invalid location: loc",
                "/v2/stocks/quotes/latest?symbols=AAPL&feed=cnn; invalid feed: cnn",
                "/v1beta3/crypto/us/latest/quotes?symbols=BTC; Invalid symbol(s): BTC does not"
                        + " match ^[A-Z]+/[A-Z]+$",
                "/v2/stocks/meta/conditions/trade; Invalid format for parameter tape: query"
                        + " parameter 'tape' is required",
                "/v1beta1/screener/bonds/movers; invalid market type: bonds",
                "/v1/corporate-actions?types=party; invalid types: party",
                "/v1/corporate-actions?region=moon; invalid region: moon",
                "/v1/corporate-actions?data_quality=good; invalid data_quality: good",
                "/v1/corporate-actions?ids=1&types=forward_split; ids: mutually exclusive with"
                        + " symbols, cusips, types, start, end, region, data_quality",
                "/v2/stocks/AAPL/bars?timeframe=1Day&since=1; unexpected query parameter(s): since",
                "/v2/stocks/trades/latest?symbols=AAPL&limit=1&a=; unexpected query parameter(s):"
                        + " a, limit",
                "/v1beta1/news?include_content=yes; Invalid format for parameter include_content:"
                        + " yes",
                "/v1beta1/news?exclude_contentless=2; Invalid format for parameter"
                        + " exclude_contentless: 2",
                "/v1beta1/news?limit=51; invalid limit: must be between 1 and 50",
                "/v1beta1/news?page_token=eHwyMDI2LTAzLTA0VDE3OjAwOjAwWg; invalid page_token",
            })
    void a_wrong_parameter_is_rejected_in_the_venues_words(String path, String message) {
        Client.Reply reply = client.get(path);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("message")).isEqualTo(message);
        assertThat(reply.json().has("code")).isFalse();
    }

    /** The parameters are those of Alpaca's published Market Data API. */
    @Test
    void every_published_parameter_is_accepted_and_any_other_refused() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : published()) {
            List<String> names = new ArrayList<>(List.of(line.split(" ", -1)));
            String path =
                    names.removeFirst()
                            .replace("{symbol}", "AAPL")
                            .replace("{loc}", "us")
                            .replace("{market_type}", "stocks")
                            .replace("{ticktype}", "trade");
            String all = path + "?" + String.join("=x&", names) + "=x";
            if (message(all).startsWith("unexpected")
                    || !message(path + "?other=x").endsWith("parameter(s): other")) {
                wrong.add(line);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String message(String path) {
        return client.get(path).json().path("message").asText();
    }

    private static List<String> published() throws IOException {
        try (var list = MarketDataTest.class.getResourceAsStream("/data-parameters.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void an_unknown_symbol_has_no_data() {
        JsonNode bars = client.get("/v2/stocks/bars?symbols=ZZZZ&timeframe=1Day").json();
        assertThat(bars.get("bars")).isEmpty();
        assertThat(bars.get("next_page_token").isNull()).isTrue();
    }

    @Test
    void crypto_data_needs_no_key_and_stock_data_does() throws IOException, InterruptedException {
        assertThat(keyless("/v1beta3/crypto/us/latest/orderbooks?symbols=BTC/USD")).isEqualTo(200);
        assertThat(keyless("/v1beta3/crypto/us/bars?symbols=BTC/USD&timeframe=1Day"))
                .isEqualTo(200);
        assertThat(keyless("/v2/stocks/bars?symbols=AAPL&timeframe=1Day")).isEqualTo(401);
        assertThat(keyless("/v2/account")).isEqualTo(401);
    }

    private int keyless(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(simulator.uri() + path)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void a_snapshot_agrees_with_the_bars_and_the_price() {
        simulator.setPrice("AAPL", new BigDecimal("240"));
        JsonNode snapshot = client.get("/v2/stocks/snapshots?symbols=AAPL,MSFT").json();
        assertThat(snapshot).hasSize(2);
        JsonNode one = client.get("/v2/stocks/AAPL/snapshot").json();
        assertThat(one.at("/latestTrade/p").decimalValue()).isEqualByComparingTo("240");
        JsonNode days =
                client.get("/v2/stocks/AAPL/bars?timeframe=1Day&start=2026-03-01")
                        .json()
                        .get("bars");
        assertThat(one.get("dailyBar")).isEqualTo(days.get(days.size() - 1));
        assertThat(one.get("prevDailyBar")).isEqualTo(days.get(days.size() - 2));
        assertThat(one.get("minuteBar"))
                .isEqualTo(client.get("/v2/stocks/AAPL/bars/latest").json().get("bar"));
    }

    @Test
    void an_order_book_surrounds_the_price() {
        JsonNode book =
                client.get("/v1beta3/crypto/us/latest/orderbooks?symbols=BTC/USD")
                        .json()
                        .at("/orderbooks")
                        .get("BTC/USD");
        BigDecimal price = simulator.price("BTC/USD");
        assertThat(book.at("/b/0/p").decimalValue()).isLessThan(price);
        assertThat(book.at("/a/0/p").decimalValue()).isGreaterThan(price);
        assertThat(book.get("a")).hasSize(10);
    }

    @Test
    void news_and_screeners_come_from_the_seeded_market_and_say_so() {
        String path = "/v1beta1/news?start=2026-02-01&limit=50";
        JsonNode all = client.get(path).json();
        assertThat(all.get("news")).hasSize(50);
        assertThat(all.get("news"))
                .allMatch(article -> article.get("source").asText().equals("simulated"))
                .allMatch(article -> article.get("headline").asText().endsWith("(simulated)"));
        List<JsonNode> paged = new ArrayList<>();
        String token = "";
        for (int page = 0; page < 5; page++) {
            JsonNode answer = client.get("/v1beta1/news?start=2026-02-01&limit=10" + token).json();
            answer.get("news").forEach(paged::add);
            token = "&page_token=" + answer.get("next_page_token").asText();
        }
        assertThat(paged).isEqualTo(new ArrayList<>(list(all.get("news"))));
        JsonNode movers = client.get("/v1beta1/screener/stocks/movers?top=3").json();
        assertThat(movers.get("source").asText()).isEqualTo("simulated");
        assertThat(movers.get("gainers").size() + movers.get("losers").size()).isPositive();
        assertThat(client.get("/v1beta1/screener/stocks/most-actives").json().get("most_actives"))
                .hasSize(10);
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    @Test
    void auctions_are_the_open_and_the_close_of_the_day() {
        JsonNode auctions =
                client.get("/v2/stocks/AAPL/auctions?start=2026-03-02&end=2026-03-03").json();
        JsonNode days =
                client.get("/v2/stocks/AAPL/bars?timeframe=1Day&start=2026-03-02&end=2026-03-03")
                        .json();
        assertThat(auctions.get("auctions")).hasSize(2);
        assertThat(auctions.at("/auctions/0/o/0/p")).isEqualTo(days.at("/bars/0/o"));
        assertThat(auctions.at("/auctions/1/c/0/p")).isEqualTo(days.at("/bars/1/c"));
    }

    @Test
    void corporate_actions_are_listed_and_adjust_bars() {
        client.post(
                "/sim/corporate-action",
                "{'type':'split','symbol':'AAPL','old_rate':1,'new_rate':4}");
        JsonNode actions = client.get("/v1/corporate-actions?symbols=AAPL").json();
        assertThat(actions.at("/corporate_actions/forward_splits/0/new_rate").asInt()).isEqualTo(4);
        for (String other : List.of("cusips=037833100", "region=non_us")) {
            assertThat(client.get("/v1/corporate-actions?" + other).json().get("corporate_actions"))
                    .isEmpty();
        }
        String bars = "/v2/stocks/AAPL/bars?timeframe=1Day&start=2026-03-02&end=2026-03-02";
        BigDecimal raw = client.get(bars).json().at("/bars/0/c").decimalValue();
        BigDecimal split =
                client.get(bars + "&adjustment=split").json().at("/bars/0/c").decimalValue();
        assertThat(split.multiply(new BigDecimal("4"))).isEqualByComparingTo(raw);
        assertThat(client.get(bars + "&adjustment=all").json().at("/bars/0/c").decimalValue())
                .isEqualByComparingTo(split);
    }
}
