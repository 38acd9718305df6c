package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.ProfitView;
import dev.lockstep.app.view.RoundTripView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.board.HoldingsSnapshot;
import dev.lockstep.app.web.board.HoldingsSnapshot.Stock;
import dev.lockstep.app.web.board.ProfitSnapshot;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.report.ListRoundTrips;
import dev.lockstep.domain.usecase.report.MeasureStrategies.Figures;
import io.javalin.http.Context;
import java.util.SortedMap;

/** Lists round trips, and strategies with their open orders, positions and profit. */
public final class PerformanceReads {
    private final HoldingsSnapshot board;
    private final ProfitSnapshot<SortedMap<StrategyId, Figures>> figures;
    private final ProfitSnapshot<ListRoundTrips.Report> trips;

    /**
     * Creates the routes.
     *
     * @param board the last prices
     * @param figures the figures by strategy
     * @param trips the round trips
     */
    public PerformanceReads(
            HoldingsSnapshot board,
            ProfitSnapshot<SortedMap<StrategyId, Figures>> figures,
            ProfitSnapshot<ListRoundTrips.Report> trips) {
        this.board = board;
        this.figures = figures;
        this.trips = trips;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/strategies", this::list);
        endpoints.get("/round-trips", this::trips);
    }

    private Answer trips(Context request) {
        Params.allow(request);
        return Answer.ok(RoundTripView.json(trips.profits()));
    }

    private Answer list(Context request) {
        Params.allow(request);
        Stock stock = board.stock();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode array = node.putArray("strategies");
        figures.profits()
                .forEach((strategy, measured) -> array.add(json(strategy, measured, stock)));
        node.put("fault", stock.fault().map(FaultText::of).orElse(null));
        return Answer.ok(node);
    }

    private static ObjectNode json(StrategyId strategy, Figures measured, Stock stock) {
        ObjectNode profit =
                ProfitView.json(
                        measured.profits(),
                        symbol -> stock.position(symbol).map(Position::marketPx).orElse(null));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("strategy", strategy.value());
        node.put("openOrders", measured.openOrders());
        node.set("realized", profit.get("realized"));
        node.set("unrealized", profit.get("unrealized"));
        node.set("symbols", profit.get("symbols"));
        return node;
    }
}
