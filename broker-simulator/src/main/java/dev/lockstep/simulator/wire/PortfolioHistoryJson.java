package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** JSON of Alpaca's portfolio history: parallel arrays of numbers. */
public final class PortfolioHistoryJson {
    /** Account value at a time. */
    public record Point(Instant at, BigDecimal equity) {}

    private PortfolioHistoryJson() {}

    /** Renders the history; the first point is the base value. */
    public static ObjectNode of(List<Point> points, String timeframe) {
        BigDecimal base = Decimals.cents(points.getFirst().equity());
        ObjectNode json = Json.object();
        ArrayNode times = json.putArray("timestamp");
        ArrayNode equities = json.putArray("equity");
        ArrayNode profits = json.putArray("profit_loss");
        ArrayNode ratios = json.putArray("profit_loss_pct");
        for (Point point : points) {
            BigDecimal equity = Decimals.cents(point.equity());
            BigDecimal profit = equity.subtract(base);
            times.add(point.at().getEpochSecond());
            equities.add(equity);
            profits.add(profit);
            ratios.add(Decimals.ratio(profit, base));
        }
        return json.put("base_value", base).put("timeframe", timeframe);
    }
}
