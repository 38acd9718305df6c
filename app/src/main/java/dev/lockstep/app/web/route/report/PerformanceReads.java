package dev.lockstep.app.web.route.report;

import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.report.RoundTripsBody;
import dev.lockstep.app.view.report.StrategiesBody;
import dev.lockstep.app.view.report.StrategyBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.board.HoldingsSnapshot;
import dev.lockstep.app.web.board.HoldingsSnapshot.Stock;
import dev.lockstep.app.web.board.ProfitSnapshot;
import dev.lockstep.app.web.board.TripReports;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.Params;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.report.MeasureStrategies;
import dev.lockstep.domain.usecase.report.MeasureStrategies.Figures;
import dev.lockstep.domain.usecase.report.TripFilter;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists round trips, and strategies with their open orders, positions and profit. */
public final class PerformanceReads {
    private final HoldingsSnapshot board;
    private final MeasureStrategies measure;
    private final StrategyRules rules;
    private final ProfitSnapshot<SortedMap<StrategyId, Figures>> figures;
    private final TripReports trips;
    private final InstantSource clock;

    /**
     * Creates the routes.
     *
     * @param board the last prices
     * @param measure values the exposure of strategies
     * @param figures the figures by strategy
     * @param trips the round trips
     * @param rules the limits of strategies
     */
    public PerformanceReads(
            HoldingsSnapshot board,
            MeasureStrategies measure,
            ProfitSnapshot<SortedMap<StrategyId, Figures>> figures,
            TripReports trips,
            StrategyRules rules,
            InstantSource clock) {
        this.board = board;
        this.measure = measure;
        this.rules = rules;
        this.figures = figures;
        this.trips = trips;
        this.clock = clock;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/strategies", this::list);
        endpoints.get("/round-trips", this::trips);
    }

    private Answer trips(Context request) {
        Params.allow(request, "symbol", "strategy");
        TripFilter filter =
                new TripFilter(
                        Params.query(request, "symbol").map(Symbol::typed).orElse(null),
                        Params.query(request, "strategy").map(StrategyId::new).orElse(null));
        return Answer.ok(RoundTripsBody.of(trips.of(filter), clock.instant()));
    }

    private Answer list(Context request) {
        Params.allow(request);
        Stock stock = board.stock();
        SortedMap<StrategyId, Figures> measured = new TreeMap<>(figures.profits());
        RiskRules all = rules.all();
        rules.configured().forEach(own -> measured.putIfAbsent(own, Figures.NONE));
        return Answer.ok(
                new StrategiesBody(
                        measured.entrySet().stream()
                                .map(each -> body(each.getKey(), each.getValue(), stock, all))
                                .toList(),
                        stock.fault().map(FaultText::of).orElse(null)));
    }

    private StrategyBody body(StrategyId strategy, Figures measured, Stock stock, RiskRules all) {
        Function<Symbol, @Nullable Price> price =
                symbol -> stock.position(symbol).map(Position::marketPx).orElse(null);
        return StrategyBody.of(
                strategy,
                measured,
                measure.exposure(strategy, measured, price).orElse(null),
                rules.today(),
                price,
                rules.of(all, strategy));
    }
}
