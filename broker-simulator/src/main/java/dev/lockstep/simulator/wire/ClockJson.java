package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.market.StockMarket;

/** JSON of Alpaca's market clock, in New York time. */
public final class ClockJson {
    private ClockJson() {}

    public static ObjectNode of(ExchangeHours.Clock clock) {
        return Json.object()
                .put("timestamp", Json.newYork(clock.timestamp()))
                .put("is_open", clock.open())
                .put("next_open", Json.newYork(clock.nextOpen()))
                .put("next_close", Json.newYork(clock.nextClose()));
    }

    /** Renders the clock of one market with its current phase. */
    public static ObjectNode of(
            StockMarket market, ExchangeHours.Clock clock, ExchangeHours.Day day) {
        ObjectNode json = Json.object();
        json.set("market", MarketJson.of(market));
        return json.put("timestamp", Json.newYork(clock.timestamp()))
                .put("is_market_day", day.marketDay())
                .put("next_market_open", Json.newYork(clock.nextOpen()))
                .put("next_market_close", Json.newYork(clock.nextClose()))
                .put("phase", day.phase().wireValue())
                .put("phase_until", Json.newYork(day.phaseUntil()));
    }
}
