package dev.lockstep.simulator.server.data;

import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.RequestedSymbols;

/**
 * Registers all endpoints for market data. Alpaca serves them from a separate host, the simulator
 * from the same one.
 */
public final class MarketDataEndpoints {
    private MarketDataEndpoints() {}

    public static void register(Routes all, ExchangeGate floor, RequestedSymbols requested) {
        Routes routes = DataParameters.checked(all);
        MarketReader reader = new MarketReader(floor, requested);
        new HistoricalEndpoints(reader).register(routes);
        new LatestEndpoints(reader).register(routes);
        new AuctionEndpoints(reader).register(routes);
        new MetaEndpoints().register(routes);
        new ScreenerEndpoints(reader).register(routes);
        new CorporateActionDataEndpoints(floor).register(routes);
        new NewsEndpoints(reader).register(routes);
    }
}
