package dev.lockstep.app.view.market;

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

/** Market data as tables. */
public final class MarketDataView {
    private MarketDataView() {}

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
                quote == null ? "" : OrderView.orBlank(quote.bidPx()),
                quote == null ? "" : quote.bidQty(),
                quote == null ? "" : OrderView.orBlank(quote.askPx()),
                quote == null ? "" : quote.askQty(),
                quote == null ? "" : quote.quotedAt(),
                trade == null ? "" : trade.lastPx(),
                trade == null ? "" : trade.lastQty(),
                trade == null ? "" : trade.transactTime());
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
}
