package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.TradingHours;

/** The venue's clock object, in New York's time. */
public final class ClockJson {
    private ClockJson() {}

    public static ObjectNode of(TradingHours.Clock clock) {
        return Json.object()
                .put("timestamp", Json.newYork(clock.timestamp()))
                .put("is_open", clock.open())
                .put("next_open", Json.newYork(clock.nextOpen()))
                .put("next_close", Json.newYork(clock.nextClose()));
    }
}
