package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.PositionView;
import dev.lockstep.app.view.ProfitView;
import dev.lockstep.app.view.UnreadableView;
import dev.lockstep.app.view.change.CloseView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.HoldingsSnapshot;
import dev.lockstep.app.web.board.HoldingsSnapshot.Stock;
import dev.lockstep.app.web.board.ProfitSnapshot;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.reconcile.ComparePositions;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.math.BigDecimal;
import java.util.Optional;

/** Routes for positions, profit and closes. */
public final class PositionRoutes {
    private final HoldingsSnapshot board;
    private final ProfitSnapshot<Profits> profits;
    private final ComparePositions comparePositions;
    private final ClosePosition closePosition;

    public PositionRoutes(
            HoldingsSnapshot board,
            ProfitSnapshot<Profits> profits,
            ComparePositions comparePositions,
            ClosePosition closePosition) {
        this.board = board;
        this.profits = profits;
        this.comparePositions = comparePositions;
        this.closePosition = closePosition;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/positions", this::positions);
        endpoints.get("/profit", this::profit);
        endpoints.change(HandlerType.POST, "/positions/{symbol}/close", this::close);
    }

    private Answer positions(Context request) {
        Params.allow(request);
        Stock stock = board.stock();
        FetchedList<Position> positions = ProblemException.complete(stock.positions());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode array = node.putArray("positions");
        Profits measured = profits.profits();
        for (PositionComparison line : comparePositions.compare(stock.ours(), positions).items()) {
            array.add(
                    PositionView.json(
                            line,
                            measured.adjusted(line.symbol()).quantity(),
                            stock.position(line.symbol()).orElse(null)));
        }
        node.set("unreadable", UnreadableView.json(positions.unreadable()));
        return Answer.ok(node);
    }

    /** Returns the profit; the realized part needs no broker. */
    private Answer profit(Context request) {
        Params.allow(request);
        Stock stock = board.stock();
        ObjectNode node =
                ProfitView.json(
                        profits.profits(),
                        symbol -> stock.position(symbol).map(Position::marketPx).orElse(null));
        node.set("unreadable", UnreadableView.json(stock.unreadable()));
        node.put("fault", stock.fault().map(FaultText::of).orElse(null));
        return Answer.ok(node);
    }

    private Answer close(Context request) {
        Symbol symbol = Symbol.typed(request.pathParam("symbol").replace('-', '/'));
        JsonBody body = Bodies.fields(request, "qty", "percent", "strategy");
        ClosePart part = part(body);
        CloseResult result =
                body.text("strategy")
                        .map(StrategyId::new)
                        .map(strategy -> closePosition.close(symbol, strategy, part))
                        .orElseGet(() -> closePosition.close(symbol, part));
        if (result instanceof CloseResult.Failed failed) {
            throw new ProblemException(Problem.coded(503, "BROKER", FaultText.of(failed.fault())));
        }
        CloseView line = CloseView.of(symbol, result);
        return ResultResponses.answer(line.result(), line.code(), line.text(), line.json());
    }

    private static ClosePart part(JsonBody body) {
        Optional<Quantity> qty = body.text("qty").map(text -> Quantity.requested("qty", text));
        Optional<BigDecimal> percent = body.decimal("percent");
        if (qty.isPresent() && percent.isPresent()) {
            throw new InvalidValueException("percent", percent.get(), "either qty or percent");
        }
        if (qty.isPresent()) {
            return new ClosePart.ByQuantity(qty.get());
        }
        return percent.<ClosePart>map(ClosePart.ByPercentage::new).orElseGet(ClosePart.Whole::new);
    }
}
