package dev.lockstep.app.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.order.Side;
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
    private static final int PRICE_DECIMALS = 6;

    private final BacktestResult result;

    public BacktestReport(BacktestResult result) {
        this.result = result;
    }

    /** Returns the formatted figures by name, in the order of the report. */
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
        TripFees fees = new TripFees(result.trades());
        result.roundTrips().forEach(trip -> trips.add(json(trip, fees.of(trip))));
        ArrayNode trades = report.putArray("trades");
        result.trades().forEach(trade -> trades.add(json(trade)));
        ArrayNode positions = report.putArray("positions");
        result.positions().forEach(position -> positions.add(json(position)));
        ArrayNode unlisted = report.putArray("symbolsWithoutBars");
        result.unlisted().forEach(unlisted::add);
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
        node.put("prices", result.prices())
                .put("end", result.end().text())
                .put("interrupted", result.end() instanceof BacktestEnd.Interrupted)
                .put("from", result.from().toString())
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
        if (result.end() instanceof BacktestEnd.BotEnded(int exitCode)) {
            node.put("botExitCode", exitCode);
        }
        return node;
    }

    private static ObjectNode json(RoundTrip trip, BigDecimal fees) {
        BigDecimal profit = trip.profit().value();
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", trip.symbol().toString())
                .put("side", side(trip.entrySide() == Side.BUY))
                .put("qty", trip.qty().toString())
                .put("enteredAt", trip.enteredAt().toString())
                .put("entryPrice", price(trip.entryValue().value(), trip.qty().value()))
                .put("entryValue", dollars(trip.entryValue().value()))
                .put("exitedAt", trip.exitedAt().toString())
                .put("exitPrice", price(trip.exitValue().value(), trip.qty().value()))
                .put("exitValue", dollars(trip.exitValue().value()))
                .put("heldSeconds", trip.held().toSeconds())
                .put("profit", dollars(profit))
                .put("fees", dollars(fees))
                .put("profitAfterFees", dollars(profit.subtract(fees)));
    }

    private static ObjectNode json(AccountRecords.Trade trade) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("time", trade.at().toString())
                .put("symbol", trade.symbol())
                .put("side", side(trade.buy()))
                .put("qty", trade.qty().toPlainString())
                .put("price", plain(trade.price()))
                .put("value", dollars(trade.qty().multiply(trade.price())))
                .put("fees", dollars(trade.fee()));
    }

    private static ObjectNode json(AccountRecords.Holding position) {
        BigDecimal qty = position.qty();
        BigDecimal value = qty.multiply(position.price());
        BigDecimal entryValue = qty.multiply(position.entryPrice());
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", position.symbol())
                .put("qty", plain(qty))
                .put("entryPrice", price(entryValue, qty))
                .put("entryValue", dollars(entryValue))
                .put("price", plain(position.price()))
                .put("value", dollars(value))
                .put("profit", dollars(value.subtract(entryValue)));
    }

    private static String side(boolean buy) {
        return buy ? "buy" : "sell";
    }

    /** Returns the average price of a quantity, for shares and coins alike. */
    private static String price(BigDecimal value, BigDecimal qty) {
        return plain(value.divide(qty, PRICE_DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
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
