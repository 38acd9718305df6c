package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.faults.FaultInjection;
import dev.lockstep.simulator.server.events.TradeEventLog;
import dev.lockstep.simulator.server.http.ConnectionLimits;
import dev.lockstep.simulator.server.stream.DataStreamHub;
import dev.lockstep.simulator.server.stream.StreamHub;
import dev.lockstep.simulator.server.venue.ApiKeyRegistry;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.FaultControl;
import dev.lockstep.simulator.server.venue.IdleTimer;
import dev.lockstep.simulator.server.venue.RequestCount;
import dev.lockstep.simulator.server.venue.RequestedSymbols;
import dev.lockstep.simulator.server.venue.VenueClock;
import dev.lockstep.simulator.wire.OrderJson;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;

/** The web server alone, with short timeouts. */
public final class TestFront {
    private TestFront() {}

    public static HttpServer start(ConnectionLimits patience) {
        AssetCatalog listing = new AssetCatalog();
        OrderJson orderJson = new OrderJson(symbol -> listing.find(symbol).orElseThrow());
        FaultInjection faults = new FaultInjection();
        StreamHub streams = new StreamHub(orderJson, faults);
        InstantSource clock = InstantSource.system();
        VenueClock venueClock = new VenueClock(clock, clock.instant(), BigDecimal.ONE);
        ExchangeGate floor = new ExchangeGate(ExchangeConfig.plain(1), venueClock, null, streams);
        floor.call((exchange, now) -> {
            exchange.open("sim", new BigDecimal("100000"), now);
            return now;
        });
        return new HttpServer(
                new HttpServer.Parts(
                        floor,
                        new ApiKeyRegistry(
                                Map.of("SIM-KEY", new ApiKeyRegistry.Lock("SIM-SECRET", "sim"))),
                        0,
                        clock,
                        new IdleTimer(clock),
                        new RequestCount(),
                        orderJson,
                        streams,
                        new TradeEventLog(orderJson),
                        new RequestedSymbols(clock),
                        new DataStreamHub(listing, new RequestedSymbols(clock), clock),
                        faults,
                        new FaultControl(faults, floor),
                        patience),
                0);
    }
}
