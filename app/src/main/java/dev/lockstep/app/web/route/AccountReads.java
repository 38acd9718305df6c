package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.AccountView;
import dev.lockstep.app.view.HistoryView;
import dev.lockstep.app.view.market.MarketView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.BrokerStateSnapshot;
import dev.lockstep.app.web.board.BrokerStateSnapshot.Span;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Routes for the broker's account and market. */
public final class AccountReads {
    private static final String PERIODS = "1D, 1W, 1M, 3M, 1A";
    private static final int USUAL_BARS = 300;

    private final BrokerStateSnapshot board;

    public AccountReads(BrokerStateSnapshot board) {
        this.board = board;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/account", this::account);
        endpoints.get("/account/history", this::history);
        endpoints.get("/quotes", this::quote);
        endpoints.get("/bars", this::bars);
    }

    private Answer account(Context request) {
        Params.allow(request);
        return Answer.ok(AccountView.json(ProblemException.complete(board.account())));
    }

    private Answer history(Context request) {
        Params.allow(request, "period");
        String period = Params.query(request, "period").orElse("1D");
        HistorySpan span =
                switch (period) {
                    case "1D" -> HistorySpan.DAY;
                    case "1W" -> HistorySpan.WEEK;
                    case "1M" -> HistorySpan.MONTH;
                    case "3M" -> HistorySpan.QUARTER;
                    case "1A" -> HistorySpan.YEAR;
                    default -> throw new InvalidValueException("period", period, PERIODS);
                };
        return Answer.ok(HistoryView.json(ProblemException.complete(board.history(span))));
    }

    private Answer quote(Context request) {
        Params.allow(request, "symbol");
        Symbol symbol = symbol(request);
        @Nullable Quote quote = ProblemException.complete(board.quote(symbol)).get(symbol);
        if (quote == null) {
            throw ProblemException.notFound("there is no quote of " + symbol);
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("symbol", symbol.value());
        node.put("bid", text(quote.bidPx()));
        node.put("ask", text(quote.askPx()));
        node.put("bidQty", quote.bidQty().toString());
        node.put("askQty", quote.askQty().toString());
        node.put("at", quote.quotedAt().toString());
        return Answer.ok(node);
    }

    private Answer bars(Context request) {
        Params.allow(request, "symbol", "timeframe", "limit");
        Symbol symbol = symbol(request);
        Timeframe timeframe = Timeframe.typed(Params.query(request, "timeframe").orElse("5m"));
        int limit = Params.number(request, "limit", USUAL_BARS, BarQuery.MAX_BARS);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("symbol", symbol.value());
        node.put("timeframe", timeframe.text());
        ArrayNode array = node.putArray("bars");
        ProblemException.complete(board.bars(new Span(symbol, timeframe, limit)))
                .forEach(bar -> array.add(MarketView.json(bar)));
        return Answer.ok(node);
    }

    private static Symbol symbol(Context request) {
        return Params.query(request, "symbol")
                .map(Symbol::typed)
                .orElseThrow(() -> new InvalidValueException("symbol", "missing", "such as AAPL"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
