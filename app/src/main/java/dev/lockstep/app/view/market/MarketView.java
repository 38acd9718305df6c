package dev.lockstep.app.view.market;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.market.TradingDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats market data; in JSON prices and quantities are text, and a missing value is null. */
public final class MarketView {
    private MarketView() {}

    public static Table quotes() {
        return new Table(
                "symbol",
                "bid",
                "bid qty",
                "ask",
                "ask qty",
                "quoted",
                "last",
                "last qty",
                "traded");
    }

    /** Adds the last quote and the last trade of an instrument, as far as they are known. */
    public static void addRow(
            Table table, Symbol symbol, @Nullable Quote quote, @Nullable Trade trade) {
        table.row(
                symbol,
                quote == null ? "" : OrderView.orEmpty(quote.bidPx()),
                quote == null ? "" : quote.bidQty(),
                quote == null ? "" : OrderView.orEmpty(quote.askPx()),
                quote == null ? "" : quote.askQty(),
                quote == null ? "" : quote.quotedAt(),
                trade == null ? "" : trade.lastPx(),
                trade == null ? "" : trade.lastQty(),
                trade == null ? "" : trade.transactTime());
    }

    public static ObjectNode json(Symbol symbol, @Nullable Quote quote, @Nullable Trade trade) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", symbol.value())
                .put("bid", quote == null ? null : text(quote.bidPx()))
                .put("bidQty", quote == null ? null : text(quote.bidQty()))
                .put("ask", quote == null ? null : text(quote.askPx()))
                .put("askQty", quote == null ? null : text(quote.askQty()))
                .put("at", quote == null ? null : text(quote.quotedAt()))
                .put("last", trade == null ? null : text(trade.lastPx()))
                .put("lastQty", trade == null ? null : text(trade.lastQty()))
                .put("lastAt", trade == null ? null : text(trade.transactTime()));
    }

    public static Table bars() {
        return new Table("symbol", "from", "open", "high", "low", "close", "volume");
    }

    public static void addRow(Table table, Bar bar) {
        table.row(
                bar.symbol(),
                bar.from(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume());
    }

    public static ObjectNode json(Bar bar) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", bar.symbol().value())
                .put("from", bar.from().toString())
                .put("open", bar.open().toString())
                .put("high", bar.high().toString())
                .put("low", bar.low().toString())
                .put("close", bar.close().toString())
                .put("volume", bar.volume().toString());
    }

    public static Table table(MarketClock clock) {
        return new Table("", "")
                .row("market", clock.open() ? "open" : "closed")
                .row("broker's time", clock.now())
                .row(clock.open() ? "opens again" : "opens", clock.nextOpen())
                .row("closes", clock.nextClose());
    }

    public static Table days(List<TradingDay> days) {
        Table table = new Table("date", "open", "close");
        days.forEach(day -> table.row(day.date(), day.open(), day.close()));
        return table;
    }

    public static ObjectNode json(MarketClock clock, List<TradingDay> days) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("now", clock.now().toString())
                        .put("open", clock.open())
                        .put("nextOpen", clock.nextOpen().toString())
                        .put("nextClose", clock.nextClose().toString());
        var array = node.putArray("days");
        days.forEach(day ->
                array.addObject()
                        .put("date", day.date().toString())
                        .put("open", day.open().toString())
                        .put("close", day.close().toString()));
        return node;
    }

    public static Table assets(List<Asset> assets) {
        Table table =
                new Table("symbol", "name", "exchange", "tradable", "fractional", "shortable");
        assets.forEach(asset ->
                table.row(
                        asset.symbol(),
                        asset.name(),
                        asset.exchange(),
                        yes(asset.tradable()),
                        yes(asset.fractionable()),
                        yes(asset.shortable())));
        return table;
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
