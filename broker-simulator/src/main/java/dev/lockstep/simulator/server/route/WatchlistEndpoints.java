package dev.lockstep.simulator.server.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.ledger.Watchlist;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.request.VenueEndpoint;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.WatchlistJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints for watchlists, by id and by name. */
final class WatchlistEndpoints {
    private static final String ALL = "/v2/watchlists";
    private static final String BY_ID = "/v2/watchlists/{watchlist_id}";
    private static final String BY_NAME = "/v2/watchlists:by_name";

    private final ExchangeGate floor;
    private final Json json;

    WatchlistEndpoints(ExchangeGate floor, Json json) {
        this.floor = floor;
        this.json = json;
    }

    /** Changes or reads one watchlist. */
    private interface Action {
        ExchangeResult<Watchlist> run(Exchange exchange, Watchlist watchlist, Instant now);
    }

    /** Finds the watchlist that a request names. */
    private interface Finder {
        Optional<Watchlist> find(Exchange exchange, ExchangeRequest request, String account);
    }

    void register(Routes routes) {
        routes.get(ALL, Access.keyed(this::all));
        routes.post(ALL, Access.keyed(this::create));
        register(routes, BY_ID, WatchlistEndpoints::byId);
        register(routes, BY_NAME, WatchlistEndpoints::byName);
        routes.delete(
                BY_ID + "/{symbol}",
                Access.keyed((request, account) ->
                        run(
                                request,
                                account,
                                WatchlistEndpoints::byId,
                                (exchange, watchlist, now) ->
                                        exchange.watchlists()
                                                .remove(
                                                        account,
                                                        watchlist,
                                                        request.pathParam("symbol"),
                                                        now))));
    }

    private void register(Routes routes, String path, Finder finder) {
        routes.get(
                path,
                Access.keyed((request, account) ->
                        run(request, account, finder, (_, watchlist, _) -> granted(watchlist))));
        routes.put(path, Access.keyed(changing(finder)));
        routes.post(path, Access.keyed(adding(finder)));
        routes.delete(path, Access.keyed(deleting(finder)));
    }

    private VenueAnswer all(ExchangeRequest request, String account) {
        List<Watchlist> all = floor.call((exchange, _) -> exchange.records().watchlists(account));
        return VenueAnswer.ok(
                all.stream().collect(Json.toArray(one -> WatchlistJson.of(account, one))));
    }

    private VenueAnswer create(ExchangeRequest request, String account) {
        ObjectNode body = json.object(request.bodyAsBytes());
        String name = new RequestFields(body).required("name");
        List<String> symbols = symbols(body);
        return floor.call((exchange, now) ->
                answer(
                        exchange,
                        account,
                        exchange.watchlists()
                                .create(
                                        account,
                                        name,
                                        symbols == null ? List.of() : symbols,
                                        now)));
    }

    private VenueEndpoint changing(Finder finder) {
        return (request, account) -> {
            ObjectNode body = json.object(request.bodyAsBytes());
            String name = new RequestFields(body).text("name");
            List<String> symbols = symbols(body);
            if (name == null && symbols == null) {
                throw new RefusedRequest(Refusal.invalid("name or symbols is required"));
            }
            return run(
                    request,
                    account,
                    finder,
                    (exchange, watchlist, now) ->
                            exchange.watchlists().change(account, watchlist, name, symbols, now));
        };
    }

    private VenueEndpoint adding(Finder finder) {
        return (request, account) -> {
            String symbol =
                    new RequestFields(json.object(request.bodyAsBytes())).required("symbol");
            return run(
                    request,
                    account,
                    finder,
                    (exchange, watchlist, now) ->
                            exchange.watchlists().add(account, watchlist, symbol, now));
        };
    }

    private VenueEndpoint deleting(Finder finder) {
        return (request, account) ->
                floor.call((exchange, now) -> {
                    exchange.watchlists()
                            .delete(account, found(exchange, request, account, finder), now);
                    return VenueAnswer.noContent();
                });
    }

    private VenueAnswer run(ExchangeRequest request, String account, Finder finder, Action action) {
        return floor.call((exchange, now) ->
                answer(
                        exchange,
                        account,
                        action.run(exchange, found(exchange, request, account, finder), now)));
    }

    private static Watchlist found(
            Exchange exchange, ExchangeRequest request, String account, Finder finder) {
        return finder.find(exchange, request, account)
                .orElseThrow(() -> new RefusedRequest(Refusal.notFound("watchlist not found")));
    }

    private static Optional<Watchlist> byId(
            Exchange exchange, ExchangeRequest request, String account) {
        UUID id = Query.uuid(request.pathParam("watchlist_id"), "invalid watchlist_id");
        return exchange.records().watchlist(account, id);
    }

    private static Optional<Watchlist> byName(
            Exchange exchange, ExchangeRequest request, String account) {
        return exchange.records().watchlist(account, request.query().required("name"));
    }

    private static VenueAnswer answer(
            Exchange exchange, String account, ExchangeResult<Watchlist> outcome) {
        return switch (outcome) {
            case ExchangeResult.Granted<Watchlist>(Watchlist watchlist) -> {
                List<Asset> assets =
                        watchlist.symbols().stream()
                                .flatMap(symbol -> exchange.prices().asset(symbol).stream())
                                .toList();
                yield VenueAnswer.ok(WatchlistJson.of(account, watchlist, assets));
            }
            case ExchangeResult.Refused<Watchlist>(VenueRefusal refusal) ->
                    VenueAnswer.refused(refusal);
        };
    }

    private static ExchangeResult<Watchlist> granted(Watchlist watchlist) {
        return new ExchangeResult.Granted<>(watchlist);
    }

    /** Returns the symbols of a body; null if it has none. */
    private static @Nullable List<String> symbols(ObjectNode body) {
        JsonNode node = body.get("symbols");
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isArray()) {
            throw new RefusedRequest(Refusal.malformed());
        }
        List<String> symbols = new ArrayList<>();
        for (JsonNode symbol : node) {
            if (symbol.isTextual()) {
                symbols.add(symbol.asText());
            } else if (!symbol.isNull()) {
                throw new RefusedRequest(Refusal.malformed());
            }
        }
        return symbols;
    }
}
