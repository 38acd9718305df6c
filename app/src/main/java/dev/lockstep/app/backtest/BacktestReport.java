package dev.lockstep.app.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.position.RoundTrip;
import dev.lockstep.domain.position.TripStatistics;
import dev.lockstep.simulator.AccountRecords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report of a backtest as JSON, which is the same for equal runs. */
public final class BacktestReport {
    private static final int DOLLAR_DECIMALS = 2;
    private static final int SHARE_DECIMALS = 4;

    private final BacktestResult result;

    public BacktestReport(BacktestResult result) {
        this.result = result;
    }

    /** Returns the figures by name, as text for people; in the order of the report. */
    public Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        summary()
                .properties()
                .forEach(each -> figures.put(each.getKey(), each.getValue().asText("")));
        return figures;
    }

    /** Returns the whole report. */
    public ObjectNode json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.set("summary", summary());
        ArrayNode trips = report.putArray("roundTrips");
        result.roundTrips().forEach(trip -> trips.add(json(trip)));
        ArrayNode positions = report.putArray("positions");
        result.positions().forEach(position -> positions.add(json(position)));
        ArrayNode curve = report.putArray("equity");
        for (EquityCurve.Point point : result.curve().points()) {
            curve.addObject()
                    .put("time", point.at().toString())
                    .put("equity", dollars(point.equity()))
                    .put("held", dollars(point.held()));
        }
        return report;
    }

    private ObjectNode summary() {
        TripStatistics trips = TripStatistics.of(result.roundTrips());
        BigDecimal start = result.initialEquity();
        BigDecimal end = result.value().equity();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("from", result.from().toString())
                .put("to", result.until().toString())
                .put("initialEquity", dollars(start))
                .put("equity", dollars(end))
                .put("profit", dollars(end.subtract(start)))
                .put("return", share(end.subtract(start), start))
                .put("maxDrawdown", dollars(result.curve().drawdown()))
                .put("maxDrawdownShare", rounded(result.curve().drawdownShare()))
                .put("exposure", rounded(result.curve().exposure()))
                .put("timeInMarket", rounded(result.curve().invested()))
                .put("trades", result.trades().size())
                .put("fees", dollars(result.fees()))
                .put("roundTrips", trips.trips())
                .put("wins", trips.wins())
                .put("losses", trips.losses())
                .put("winRate", text(trips.winRate()))
                .put("profitFactor", text(trips.profitFactor()))
                .put("expectancy", money(trips.expectancy()))
                .put("best", money(trips.best()))
                .put("worst", money(trips.worst()))
                .put("steps", result.curve().steps())
                .put("unfinishedSteps", result.unfinishedSteps());
        Integer exit = result.exitCode();
        if (exit != null) {
            node.put("botExitCode", exit.intValue());
        }
        return node;
    }

    private static ObjectNode json(RoundTrip trip) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", trip.symbol().toString())
                .put("side", trip.entrySide().name().toLowerCase(java.util.Locale.ROOT))
                .put("qty", trip.qty().toString())
                .put("entryValue", dollars(trip.entryValue().value()))
                .put("exitValue", dollars(trip.exitValue().value()))
                .put("profit", dollars(trip.profit().value()))
                .put("enteredAt", trip.enteredAt().toString())
                .put("exitedAt", trip.exitedAt().toString())
                .put("heldSeconds", trip.held().toSeconds());
    }

    private static ObjectNode json(AccountRecords.Holding position) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", position.symbol())
                .put("qty", position.qty().toPlainString())
                .put("price", position.price().toPlainString())
                .put("value", dollars(position.qty().multiply(position.price())));
    }

    private static String dollars(BigDecimal value) {
        return value.setScale(DOLLAR_DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? rounded(BigDecimal.ZERO)
                : part.divide(whole, SHARE_DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String rounded(BigDecimal share) {
        return share.setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static @Nullable String money(dev.lockstep.domain.money.@Nullable Money value) {
        return value == null ? null : dollars(value.value());
    }
}
