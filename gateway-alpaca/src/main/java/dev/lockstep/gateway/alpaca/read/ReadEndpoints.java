package dev.lockstep.gateway.alpaca.read;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.gateway.alpaca.port.GatewayPorts;
import dev.lockstep.gateway.alpaca.request.BotRoutes;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import java.util.List;

/** Registers the endpoints that read the account, positions, reference and market data. */
public final class ReadEndpoints {
    private static final List<String> REFERENCE =
            List.of(
                    "/v2/assets",
                    "/v2/assets/{symbol}",
                    "/v2/clock",
                    "/v2/calendar",
                    "/v3/clock",
                    "/v3/calendar/{market}",
                    "/v2/watchlists",
                    "/v2/watchlists:by_name",
                    "/v2/watchlists/{id}",
                    "/v2/corporate_actions/announcements",
                    "/v2/corporate_actions/announcements/{id}");
    private static final List<String> MARKET =
            List.of(
                    "/v2/stocks/{a}",
                    "/v2/stocks/{a}/{b}",
                    "/v2/stocks/{a}/{b}/{c}",
                    "/v1beta1/{a}",
                    "/v1beta1/{a}/{b}",
                    "/v1beta1/{a}/{b}/{c}",
                    "/v1beta1/{a}/{b}/{c}/{d}",
                    "/v1beta3/{a}/{b}/{c}",
                    "/v1beta3/{a}/{b}/{c}/{d}",
                    "/v1/{a}");

    private ReadEndpoints() {}

    /** Adds the endpoints. */
    public static void register(
            BotRoutes routes, GatewayPorts ports, VenueReads venue, AssetDirectory assets) {
        PassThrough pass = new PassThrough(venue);
        PositionReads positions =
                new PositionReads(
                        pass,
                        new StrategyPositions(ports.repository(), ports.holdings(), ports.feed()),
                        assets);
        BotAccountReads account = new BotAccountReads(pass, positions, ports.repository());
        routes.get("/v2/positions", positions::list);
        routes.get("/v2/positions/{symbol}", positions::one);
        routes.get("/v2/account", account::account);
        routes.get("/v2/account/configurations", pass::trading);
        routes.change("PATCH", "/v2/account/configurations", account::configurationsAreFixed);
        routes.get("/v2/account/portfolio/history", account::history);
        routes.get("/v2/account/activities", account::activities);
        routes.get("/v2/account/activities/{type}", account::activities);
        REFERENCE.forEach(path -> routes.get(path, pass::trading));
        MARKET.forEach(path -> routes.get(path, pass::data));
        for (String method : List.of("POST", "PUT", "DELETE")) {
            for (String path :
                    List.of(
                            "/v2/watchlists",
                            "/v2/watchlists:by_name",
                            "/v2/watchlists/{id}",
                            "/v2/watchlists/{id}/{symbol}")) {
                routes.change(method, path, ReadEndpoints::watchlistsAreReadOnly);
            }
        }
    }

    private static GatewayAnswer watchlistsAreReadOnly(KeyedRequest request) {
        return GatewayAnswer.refused(
                Refusal.forbidden(
                        "watchlists are read-only through Lockstep; change them at the broker"));
    }
}
