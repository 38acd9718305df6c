package dev.lockstep.app.web.route.market;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.market.MarketView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.BrokerStateSnapshot;
import dev.lockstep.app.web.board.BrokerStateSnapshot.Span;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.Params;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Routes for the broker's market data: quotes and bars. */
public final class MarketReads {
    private static final int DEFAULT_BARS = 300;

    private final BrokerStateSnapshot board;

    public MarketReads(BrokerStateSnapshot board) {
        this.board = board;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/quotes", this::quote);
        endpoints.get("/bars", this::bars);
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
        int limit = Params.number(request, "limit", DEFAULT_BARS, BarQuery.MAX_BARS);
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
