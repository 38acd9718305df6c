package dev.lockstep.app.prove.fuzz.parser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.prove.fuzz.generate.ByteMutator;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.JsonMutator;
import dev.lockstep.app.prove.fuzz.generate.StrangeValues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A valid request in Alpaca's API, from which ones with mistakes are made.
 *
 * @param method the HTTP method
 * @param path the path
 * @param body the body in JSON, or the query if the method has no body
 */
record ApiRequest(String method, String path, String body) {
    /** One request in this number has a mistake in its path. */
    private static final int ONE_IN_PATH = 8;

    private static final String NO_QUERY = "x=1";
    private static final List<ApiRequest> ALL = all();

    private static List<ApiRequest> all() {
        List<ApiRequest> all = new ArrayList<>();
        FuzzExchange.ORDERS.forEach(body -> all.add(new ApiRequest("POST", "/v2/orders", body)));
        String order = "/v2/orders/61e69015-8549-4bfd-b9c3-01e75843f47d";
        all.addAll(
                List.of(
                        new ApiRequest(
                                "PATCH",
                                order,
                                """
                                {"qty":"7","limit_price":"1.27","time_in_force":"day"}\
                                """),
                        new ApiRequest("DELETE", "/v2/positions/AAPL", "qty=2&percentage=50"),
                        new ApiRequest("DELETE", "/v2/positions", "cancel_orders=true"),
                        new ApiRequest("DELETE", "/v2/orders", NO_QUERY),
                        new ApiRequest("DELETE", order, NO_QUERY),
                        get(order, "nested=true"),
                        get(
                                "/v2/orders",
                                "status=all&limit=5&after=2026-01-05T00:00:00Z&until=2026-01-09"
                                        + "&direction=asc&nested=true&symbols=AAPL,BTC/USD&side=buy"),
                        get("/v2/orders:by_client_order_id", "client_order_id=first"),
                        get("/v2/positions/AAPL", NO_QUERY),
                        get("/v2/positions", NO_QUERY),
                        get("/v2/account", NO_QUERY),
                        get(
                                "/v2/account/activities",
                                "activity_types=FILL&page_size=3&direction=desc&date=2026-01-05"
                                        + "&after=2026-01-01&until=2026-01-09&page_token=x"),
                        get("/v2/account/activities/FILL", "page_size=10"),
                        get(
                                "/v2/account/portfolio/history",
                                "period=1W&timeframe=1H&intraday_reporting=market_hours"
                                        + "&date_end=2026-01-05"),
                        get("/v2/assets", "status=active&asset_class=us_equity"),
                        get("/v2/assets/AAPL", NO_QUERY),
                        get("/v2/clock", NO_QUERY),
                        get("/v2/calendar", "start=2026-01-05&end=2026-01-09"),
                        get(
                                "/v2/stocks/bars",
                                "symbols=AAPL&timeframe=1Day&start=2026-01-01&limit=3&sort=desc"
                                        + "&adjustment=split&page_token=x"),
                        get("/v2/stocks/quotes/latest", "symbols=AAPL,MSFT"),
                        get("/v1beta3/crypto/us/latest/quotes", "symbols=BTC/USD")));
        return List.copyOf(all);
    }

    private static ApiRequest get(String path, String query) {
        return new ApiRequest("GET", path, query);
    }

    /** Returns one of the valid requests. */
    static ApiRequest any(SplittableRandom random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /** Returns this request with mistakes; the entry is its method and path. */
    FuzzInput mutated(SplittableRandom random) {
        String text =
                body.startsWith("{")
                        ? JsonMutator.text(Samples.json(body), random)
                        : mutatedQuery(random);
        return new FuzzInput(method + " " + mutatedPath(random), ByteMutator.seldom(text, random));
    }

    private String mutatedPath(SplittableRandom random) {
        if (random.nextInt(ONE_IN_PATH) > 0) {
            return path;
        }
        int slash = path.lastIndexOf('/') + 1;
        String end = StrangeValues.text(path.substring(slash), random);
        return path.substring(0, slash)
                + (random.nextInt(4) == 0
                        ? end.replaceAll("[^!-~]|[?#]", "")
                        : URLEncoder.encode(end, StandardCharsets.UTF_8));
    }

    private String mutatedQuery(SplittableRandom random) {
        List<String> pairs = new ArrayList<>();
        for (String pair : body.split("&", -1)) {
            int value = pair.indexOf('=') + 1;
            if (random.nextInt(3) == 0) {
                String strange = StrangeValues.text(pair.substring(value), random);
                pairs.add(pair.substring(0, value) + strange.replace("&", ""));
            } else if (random.nextInt(4) > 0) {
                pairs.add(pair);
            }
        }
        return String.join("&", pairs);
    }

    /** Returns whether the input is a body, otherwise it is a query. */
    static boolean hasBody(FuzzInput input) {
        return input.entry().startsWith("POST") || input.entry().startsWith("PATCH");
    }

    /** Returns the parameters of an input that is a query. */
    static Map<String, List<String>> query(FuzzInput input) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : input.text().split("&", -1)) {
            int equals = Math.max(0, pair.indexOf('='));
            query.computeIfAbsent(pair.substring(0, equals), _ -> new ArrayList<>())
                    .add(pair.substring(Math.min(pair.length(), equals + 1)));
        }
        return query;
    }

    /** Requires an answer in JSON, with a message if it is an error; never an internal error. */
    static void requireReadable(int status, String answer) {
        if (status == 500) {
            throw new BrokenPropertyException("the answer is 500");
        }
        JsonNode json = Samples.json(answer);
        if (status >= 400 && !json.path("message").isTextual()) {
            throw new BrokenPropertyException("an error without a message: " + answer);
        }
    }
}
