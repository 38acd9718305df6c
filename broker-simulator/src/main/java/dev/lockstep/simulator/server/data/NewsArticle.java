package dev.lockstep.simulator.server.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.history.BarAdjustment;
import dev.lockstep.simulator.exchange.history.BarSeries;
import dev.lockstep.simulator.exchange.history.BarTimeframe;
import dev.lockstep.simulator.exchange.history.MarketBar;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * News of a large move of the simulated market, which is all that happens there: an article for
 * each day on which a stock moved by 1.5 percent or a pair by 3 percent from its open to its close.
 */
public record NewsArticle(long id, Instant at, Asset asset, BigDecimal percent, BigDecimal close) {
    private static final String SOURCE = "simulated";

    private static final BigDecimal STOCK_PERCENT = new BigDecimal("1.5");
    private static final BigDecimal PAIR_PERCENT = new BigDecimal("3");
    private static final Duration AFTER_CLOSE = Duration.ofMinutes(5);
    private static final int PERCENT_SCALE_DIGITS = 2;
    private static final int ID_BITS = 20;

    /** Returns the article about an asset's day, if that day has ended and there is one. */
    public static Optional<NewsArticle> of(
            Asset asset, BarSeries series, LocalDate day, Instant now) {
        Instant at =
                (asset.crypto()
                                ? day.plusDays(1).atStartOfDay(series.zone())
                                : day.atTime(new ExchangeCalendar().close(day))
                                        .atZone(series.zone()))
                        .toInstant()
                        .plus(AFTER_CLOSE);
        if (at.isAfter(now)) {
            return Optional.empty();
        }
        Instant start = day.atStartOfDay(series.zone()).toInstant();
        return series
                .bars(
                        BarTimeframe.DAY,
                        BarAdjustment.RAW,
                        new BarSeries.Range(start, start, true, 1))
                .stream()
                .findFirst()
                .flatMap(bar -> article(asset, bar, day, at));
    }

    /** Renders the article, with or without its content. */
    public ObjectNode json(boolean content) {
        String move = percent.signum() > 0 ? "rises" : "falls";
        String headline =
                asset.name() + " " + move + " " + percent.abs().toPlainString() + "% (simulated)";
        String summary =
                asset.symbol()
                        + " closed at $"
                        + close.toPlainString()
                        + " on the simulated market. No such event took place.";
        ObjectNode json = Json.object().put("id", id).put("headline", headline);
        json.put("author", "Lockstep simulator").put("source", SOURCE);
        json.put("created_at", at.toString()).put("updated_at", at.toString());
        json.put("summary", summary).put("content", content ? "<p>" + summary + "</p>" : "");
        json.putArray("images");
        json.putArray("symbols").add(asset.positionSymbol());
        return json;
    }

    private static Optional<NewsArticle> article(
            Asset asset, MarketBar bar, LocalDate day, Instant at) {
        BigDecimal percent =
                Decimals.ratio(bar.close().subtract(bar.open()), bar.open())
                        .movePointRight(2)
                        .setScale(PERCENT_SCALE_DIGITS, RoundingMode.HALF_EVEN);
        BigDecimal least = asset.crypto() ? PAIR_PERCENT : STOCK_PERCENT;
        long id =
                (day.toEpochDay() << ID_BITS)
                        + Math.floorMod(asset.symbol().hashCode(), 1 << ID_BITS);
        return percent.abs().compareTo(least) < 0
                ? Optional.empty()
                : Optional.of(new NewsArticle(id, at, asset, percent, bar.close()));
    }
}
