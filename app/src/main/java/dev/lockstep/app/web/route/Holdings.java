package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.AccountView;
import dev.lockstep.app.view.CloseLine;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.Remembered;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.usecase.CloseResult;
import dev.lockstep.domain.usecase.PositionComparison;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the account holds and what it is worth, and closes positions. The broker is asked once
 * for all who want to know within a second.
 */
public final class Holdings {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Desk desk;
    private final Remembered<String, Fetched<List<PositionComparison>>> positions;
    private final Remembered<String, Fetched<Account>> account;
    private final Remembered<Symbol, Fetched<Map<Symbol, Quote>>> quotes;

    /** Tells of this desk's. */
    public Holdings(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.positions = new Remembered<>(LONGEST, clock, _ -> desk.comparePositions().compare());
        this.account = new Remembered<>(LONGEST, clock, _ -> desk.broker().account());
        this.quotes =
                new Remembered<>(
                        LONGEST,
                        clock,
                        symbol -> desk.window().marketData().latestQuotes(Set.of(symbol)));
    }

    /** Puts the endpoints up. */
    public void register(Endpoints endpoints) {
        endpoints.get("/account", this::account);
        endpoints.get("/positions", this::positions);
        endpoints.change(HandlerType.POST, "/positions/{symbol}/close", this::close);
        endpoints.get("/quotes", this::quote);
    }

    private Answer account(Context request) {
        Params.allow(request);
        return Answer.ok(AccountView.json(ProblemException.complete(account.of(""))));
    }

    private Answer positions(Context request) {
        Params.allow(request);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode array = node.putArray("positions");
        for (PositionComparison line : ProblemException.complete(positions.of(""))) {
            array.addObject()
                    .put("symbol", line.symbol().value())
                    .put("ours", line.ours().toString())
                    .put("brokers", line.brokers().toString())
                    .put("inStep", line.inStep());
        }
        return Answer.ok(node);
    }

    private Answer close(Context request) {
        Symbol symbol = Params.symbol(request.pathParam("symbol").replace('-', '/'));
        ClosePart part = part(Bodies.fields(request, "qty", "percent"));
        CloseResult result = desk.closePosition().close(symbol, part);
        if (result instanceof CloseResult.Failed failed) {
            throw new ProblemException(Problem.coded(503, "BROKER", FaultText.of(failed.fault())));
        }
        CloseLine line = CloseLine.of(symbol, result);
        return Outcomes.answer(line.result(), line.code(), line.text(), line.json());
    }

    private static ClosePart part(JsonBody body) {
        Optional<Quantity> qty = body.text("qty").map(Quantity::of);
        Optional<BigDecimal> percent = body.decimal("percent");
        if (qty.isPresent() && percent.isPresent()) {
            throw new InvalidValueException("percent", percent.get(), "either qty or percent");
        }
        if (qty.isPresent()) {
            return new ClosePart.ByQuantity(qty.get());
        }
        return percent.<ClosePart>map(ClosePart.ByPercentage::new).orElseGet(ClosePart.Whole::new);
    }

    private Answer quote(Context request) {
        Params.allow(request, "symbol");
        Symbol symbol =
                Params.query(request, "symbol")
                        .map(Params::symbol)
                        .orElseThrow(() ->
                                new InvalidValueException("symbol", "missing", "such as AAPL"));
        @Nullable Quote quote = ProblemException.complete(quotes.of(symbol)).get(symbol);
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

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
