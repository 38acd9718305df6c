package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.ExchangeConfig;
import dev.lockstep.simulator.exchange.Listing;
import dev.lockstep.simulator.faults.Faults;
import dev.lockstep.simulator.wire.OrderJson;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;

/** The web server alone, with short timeouts. */
final class TestFront {
    private TestFront() {}

    static HttpFront start(Patience patience) {
        Listing listing = new Listing();
        OrderJson orderJson = new OrderJson(symbol -> listing.find(symbol).orElseThrow());
        Faults faults = new Faults();
        StreamHub streams = new StreamHub(orderJson, faults);
        InstantSource clock = InstantSource.system();
        VenueClock venueClock = new VenueClock(clock, clock.instant(), BigDecimal.ONE);
        Floor floor = new Floor(ExchangeConfig.plain(1), venueClock, null, streams);
        floor.call((exchange, now) -> {
            exchange.open("sim", new BigDecimal("100000"), now);
            return now;
        });
        return new HttpFront(
                new HttpFront.Parts(
                        floor,
                        new Keyring(Map.of("SIM-KEY", new Keyring.Lock("SIM-SECRET", "sim"))),
                        0,
                        clock,
                        new Activity(clock),
                        orderJson,
                        streams,
                        faults,
                        new FaultControl(faults, floor),
                        patience),
                0);
    }
}
