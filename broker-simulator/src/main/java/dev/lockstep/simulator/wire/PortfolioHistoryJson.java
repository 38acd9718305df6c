package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** JSON of Alpaca's portfolio history: parallel arrays of numbers. */
public final class PortfolioHistoryJson {
    /**
     * Account value at the end of an interval.
     *
     * @param at the start of the interval
     */
    public record Point(Instant at, Instant end, BigDecimal equity) {}

    private PortfolioHistoryJson() {}

    /**
     * Renders the history. Profit and loss count from the first point, or from the last point of
     * the day before.
     *
     * @param resetDaily whether they start again each day
     */
    public static ObjectNode of(
            List<Point> points,
            String timeframe,
            boolean resetDaily,
            Map<String, List<BigDecimal>> cashflows) {
        ObjectNode json = Json.object();
        ArrayNode times = json.putArray("timestamp");
        ArrayNode equities = json.putArray("equity");
        ArrayNode profits = json.putArray("profit_loss");
        ArrayNode ratios = json.putArray("profit_loss_pct");
        BigDecimal first = points.isEmpty() ? null : Decimals.cents(points.getFirst().equity());
        BigDecimal base = first == null ? BigDecimal.ZERO : first;
        BigDecimal previous = base;
        LocalDate day = null;
        for (Point point : points) {
            LocalDate today = LocalDate.ofInstant(point.at(), ExchangeCalendar.NEW_YORK);
            if (resetDaily && !today.equals(day)) {
                base = previous;
                day = today;
            }
            BigDecimal equity = Decimals.cents(point.equity());
            BigDecimal profit = equity.subtract(base);
            times.add(point.at().getEpochSecond());
            equities.add(equity);
            profits.add(profit);
            ratios.add(Decimals.plain(Decimals.ratio(profit, base)));
            previous = equity;
        }
        json.put("base_value", first).put("timeframe", timeframe);
        if (!cashflows.isEmpty()) {
            ObjectNode flows = json.putObject("cashflow");
            cashflows.forEach((type, amounts) -> amounts.forEach(flows.withArray(type)::add));
        }
        return json;
    }
}
