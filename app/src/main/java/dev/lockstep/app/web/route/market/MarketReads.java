package dev.lockstep.app.web.route.market;

import dev.lockstep.app.view.market.AssetsBody;
import dev.lockstep.app.view.market.BarsBody;
import dev.lockstep.app.view.market.QuoteBody;
import dev.lockstep.app.view.market.SnapshotBody;
import dev.lockstep.app.view.market.SnapshotsBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.BrokerStateSnapshot;
import dev.lockstep.app.web.board.BrokerStateSnapshot.Span;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.Params;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.usecase.query.SearchAssets;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routes for the broker's market data: instruments, quotes and bars. */
public final class MarketReads {
    private static final int DEFAULT_BARS = 300;
    private static final int DEFAULT_ASSETS = 20;
    private static final int MAX_ASSETS = 1_000;
    private static final int MAX_SNAPSHOTS = 50;

    private final BrokerStateSnapshot board;
    private final SearchAssets search;
    private final InstantSource clock;

    /** Creates the routes. */
    public MarketReads(BrokerStateSnapshot board, SearchAssets search, InstantSource clock) {
        this.board = board;
        this.search = search;
        this.clock = clock;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/assets", this::assets);
        endpoints.get("/quotes", this::quote);
        endpoints.get("/snapshots", this::snapshots);
        endpoints.get("/bars", this::bars);
    }

    private Answer assets(Context request) {
        Params.allow(request, "search", "limit");
        String text = Params.query(request, "search").orElse("");
        int limit = Params.number(request, "limit", DEFAULT_ASSETS, MAX_ASSETS);
        return Answer.ok(AssetsBody.of(ProblemException.complete(search.matching(text)), limit));
    }

    private Answer snapshots(Context request) {
        Params.allow(request, "symbols");
        Set<Symbol> symbols = symbols(request);
        Map<Symbol, Quote> quotes = ProblemException.complete(board.quotes(symbols));
        Map<Symbol, DailyBars> days = ProblemException.complete(board.days(symbols));
        LocalDate today = DayTrades.dayOf(clock.instant());
        return Answer.ok(
                new SnapshotsBody(
                        symbols.stream()
                                .map(symbol ->
                                        SnapshotBody.of(
                                                symbol,
                                                quotes.get(symbol),
                                                days.get(symbol),
                                                today))
                                .toList()));
    }

    private static Set<Symbol> symbols(Context request) {
        String text = Params.query(request, "symbols").orElse("");
        Set<Symbol> symbols = new LinkedHashSet<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            symbols.add(Symbol.typed(each));
        }
        if (symbols.isEmpty() || symbols.size() > MAX_SNAPSHOTS) {
            throw new InvalidValueException(
                    "symbols",
                    symbols.isEmpty() ? "missing" : symbols.size() + " symbols",
                    "1 to " + MAX_SNAPSHOTS + " symbols such as AAPL,MSFT");
        }
        return symbols;
    }

    private Answer quote(Context request) {
        Params.allow(request, "symbol");
        Symbol symbol = symbol(request);
        @Nullable Quote quote = ProblemException.complete(board.quotes(Set.of(symbol))).get(symbol);
        if (quote == null) {
            throw ProblemException.notFound("there is no quote of " + symbol);
        }
        @Nullable Trade trade = ProblemException.complete(board.trades(Set.of(symbol))).get(symbol);
        return Answer.ok(QuoteBody.of(symbol, quote, trade));
    }

    private Answer bars(Context request) {
        Params.allow(request, "symbol", "timeframe", "limit");
        Symbol symbol = symbol(request);
        Timeframe timeframe = Timeframe.typed(Params.query(request, "timeframe").orElse("5m"));
        int limit = Params.number(request, "limit", DEFAULT_BARS, BarQuery.MAX_BARS);
        return Answer.ok(
                BarsBody.of(
                        symbol,
                        timeframe,
                        ProblemException.complete(board.bars(new Span(symbol, timeframe, limit)))));
    }

    private static Symbol symbol(Context request) {
        return Params.query(request, "symbol")
                .map(Symbol::typed)
                .orElseThrow(() -> new InvalidValueException("symbol", "missing", "such as AAPL"));
    }
}
