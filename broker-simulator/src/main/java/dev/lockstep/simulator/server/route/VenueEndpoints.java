package dev.lockstep.simulator.server.route;

import dev.lockstep.simulator.server.data.MarketDataEndpoints;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.RequestedSymbols;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;

/** Registers all endpoints of the exchange. */
public final class VenueEndpoints {
    private VenueEndpoints() {}

    public static void register(
            Routes routes,
            ExchangeGate floor,
            Json json,
            OrderJson orderJson,
            RequestedSymbols requested) {
        new OrderEndpoints(floor, json, orderJson).register(routes);
        new AccountEndpoints(floor, json).register(routes);
        new PositionEndpoints(floor, orderJson).register(routes);
        new ActivityEndpoints(floor).register(routes);
        new HistoryEndpoints(floor).register(routes);
        MarketDataEndpoints.register(routes, floor, requested);
        new AssetEndpoints(floor).register(routes);
        new HoursEndpoints(floor).register(routes);
        new WatchlistEndpoints(floor, json).register(routes);
        new AnnouncementEndpoints(floor).register(routes);
        UnsupportedEndpoints.register(routes);
    }
}
