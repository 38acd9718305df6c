package dev.lockstep.app.web.route;

import dev.lockstep.app.form.request.CloseForm;
import dev.lockstep.app.form.request.ReverseForm;
import dev.lockstep.app.platform.KnownStrategies;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.app.view.body.position.PositionsBody;
import dev.lockstep.app.view.report.ProfitBody;
import dev.lockstep.app.view.report.ProfitReportBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.HoldingsSnapshot;
import dev.lockstep.app.web.board.HoldingsSnapshot.Stock;
import dev.lockstep.app.web.board.ProfitSnapshot;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.reconcile.ComparePositions;
import dev.lockstep.domain.usecase.reverse.ReversePosition;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Routes for positions, profit, closes and reversals. */
public final class PositionRoutes {
    private final HoldingsSnapshot board;
    private final ProfitSnapshot<Profits> profits;
    private final ComparePositions comparePositions;
    private final ClosePosition closePosition;
    private final ReversePosition reversePosition;
    private final KnownStrategies strategies;

    public PositionRoutes(
            HoldingsSnapshot board,
            ProfitSnapshot<Profits> profits,
            ComparePositions comparePositions,
            ClosePosition closePosition,
            ReversePosition reversePosition,
            KnownStrategies strategies) {
        this.board = board;
        this.profits = profits;
        this.comparePositions = comparePositions;
        this.closePosition = closePosition;
        this.reversePosition = reversePosition;
        this.strategies = strategies;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/positions", this::positions);
        endpoints.get("/profit", this::profit);
        endpoints.change(HandlerType.POST, "/positions/{symbol}/close", this::close);
        endpoints.change(HandlerType.POST, "/positions/{symbol}/reverse", this::reverse);
    }

    private Answer positions(Context request) {
        Params.allow(request);
        Stock stock = board.stock();
        FetchedList<Position> positions = ProblemException.complete(stock.positions());
        Profits measured = profits.profits();
        return Answer.ok(
                PositionsBody.of(
                        comparePositions.compare(stock.ours(), positions),
                        symbol -> measured.adjusted(symbol).quantity(),
                        positions));
    }

    /** Returns the profit; the realized part needs no broker. */
    private Answer profit(Context request) {
        Params.allow(request);
        Stock stock = board.stock();
        return Answer.ok(
                new ProfitReportBody(
                        ProfitBody.of(
                                profits.profits(),
                                symbol ->
                                        stock.position(symbol)
                                                .map(Position::marketPx)
                                                .orElse(null)),
                        UnreadableBody.of(stock.unreadable()),
                        stock.fault().map(FaultText::of).orElse(null)));
    }

    private Answer close(Context request) {
        Symbol symbol = symbol(request);
        CloseForm form = Bodies.read(request, CloseForm.class);
        form.part();
        StrategyId owner = form.owner();
        if (owner != null) {
            strategies.required(owner);
        }
        return ResultResponses.closed(symbol, form.close(closePosition, symbol));
    }

    private Answer reverse(Context request) {
        Symbol symbol = symbol(request);
        Side side = Bodies.read(request, ReverseForm.class).orders();
        return ResultResponses.reversed(symbol, reversePosition.reverse(symbol, side));
    }

    private static Symbol symbol(Context request) {
        return Symbol.typed(request.pathParam("symbol").replace('-', '/'));
    }
}
