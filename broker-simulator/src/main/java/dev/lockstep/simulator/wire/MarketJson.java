package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.market.StockMarket;

/** JSON of Alpaca's market. */
final class MarketJson {
    private MarketJson() {}

    static ObjectNode of(StockMarket market) {
        return Json.object()
                .put("acronym", market.name())
                .put("mic", market.mic())
                .put("name", market.title())
                .put("timezone", ExchangeCalendar.NEW_YORK.getId());
    }
}
