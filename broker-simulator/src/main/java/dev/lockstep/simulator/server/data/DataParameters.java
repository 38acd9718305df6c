package dev.lockstep.simulator.server.data;

import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueEndpoint;
import java.util.Set;
import java.util.TreeSet;

/**
 * The query parameters that each market data path accepts; Alpaca refuses a request with others.
 */
final class DataParameters {
    private static final String CRYPTO = "/v1beta3/crypto/";
    private static final String RANGE = " start end limit page_token sort";
    private static final String SOURCE = " feed currency";

    private DataParameters() {}

    /** Returns routes whose endpoints refuse unexpected parameters. */
    static Routes checked(Routes routes) {
        return (method, path, access) ->
                routes.add(
                        method,
                        path,
                        new Access(checked(access.endpoint(), accepted(path)), access.rule()));
    }

    private static VenueEndpoint checked(VenueEndpoint endpoint, Set<String> accepted) {
        return (request, account) -> {
            requireKnown(request, accepted);
            return endpoint.answer(request, account);
        };
    }

    private static void requireKnown(ExchangeRequest request, Set<String> accepted) {
        Set<String> unexpected = new TreeSet<>(request.queryNames());
        unexpected.removeAll(accepted);
        if (!unexpected.isEmpty()) {
            throw DataQuery.refused(
                    "unexpected query parameter(s): " + String.join(", ", unexpected));
        }
    }

    private static Set<String> accepted(String path) {
        return Set.of(names(path).strip().split(" ", -1));
    }

    private static String names(String path) {
        return switch (path) {
            case "/v1beta1/news" -> "symbols include_content exclude_contentless" + RANGE;
            case "/v1beta1/screener/{market_type}/movers" -> "top";
            case "/v1beta1/screener/stocks/most-actives" -> "by top";
            case "/v1/corporate-actions" -> "symbols cusips types region ids data_quality" + RANGE;
            case "/v2/stocks/meta/exchanges" -> "";
            case "/v2/stocks/meta/conditions/{ticktype}" -> "tape";
            default -> path.startsWith(CRYPTO) ? ofPairs(path) : ofStocks(path);
        };
    }

    private static String ofPairs(String path) {
        boolean latest = path.contains("/latest/") || path.endsWith("/snapshots");
        if (latest) {
            return "symbols";
        }
        return "symbols" + RANGE + (path.endsWith("/bars") ? " timeframe" : "");
    }

    private static String ofStocks(String path) {
        String symbols = path.contains("{symbol}") ? "" : " symbols";
        if (path.endsWith("/latest") || path.endsWith("/snapshots") || path.endsWith("/snapshot")) {
            return symbols + SOURCE;
        }
        String bars = path.endsWith("/bars") ? " timeframe adjustment" : "";
        return symbols + bars + RANGE + SOURCE + " asof";
    }
}
