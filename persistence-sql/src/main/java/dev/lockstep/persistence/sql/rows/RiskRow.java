package dev.lockstep.persistence.sql.rows;

import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.persistence.sql.rows.column.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Mapping of a limit, a restriction or a change to a row. */
public record RiskRow(
        String name,
        Kind kind,
        @Nullable String value,
        String who,
        String why,
        Instant at,
        @Nullable StrategyId strategy) {
    static RiskRow of(RiskChange change) {
        return switch (change.step()) {
            case Step.OfStrategy(StrategyId strategy, Step step) -> of(step, change, strategy);
            case Step.SetLimit _, Step.ClearLimit _, Step.Restrict _, Step.Lift _ ->
                    of(change.step(), change, null);
        };
    }

    private static RiskRow of(Step step, RiskChange change, @Nullable StrategyId strategy) {
        return switch (step) {
            case Step.SetLimit(RiskLimit limit) ->
                    of(limit.name().name(), Kind.LIMIT, limit.value(), change, strategy);
            case Step.ClearLimit(LimitName name) ->
                    of(name.name(), Kind.LIMIT, null, change, strategy);
            case Step.Restrict(String source, TradingState state) ->
                    of(source, Kind.RESTRICTION, state.name(), change, strategy);
            case Step.Lift(String source) -> of(source, Kind.RESTRICTION, null, change, strategy);
            case Step.OfStrategy(StrategyId other, Step inner) -> of(inner, change, other);
        };
    }

    private static RiskRow of(
            String name,
            Kind kind,
            @Nullable String value,
            RiskChange change,
            @Nullable StrategyId strategy) {
        return new RiskRow(name, kind, value, change.who(), change.why(), change.at(), strategy);
    }

    static RiskRow read(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new RiskRow(
                columns.text(),
                columns.enumValue(Kind.class),
                columns.valueOrNull(value -> value),
                columns.text(),
                columns.text(),
                columns.time(),
                strategy(columns.valueOrNull(text -> text)));
    }

    /** Returns null for the account, whose rows have an empty strategy. */
    private static @Nullable StrategyId strategy(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new StrategyId(text);
    }

    /** Returns the strategy, empty for the account. */
    String strategyOrEmpty() {
        return strategy == null ? "" : strategy.value();
    }

    RiskLimit limit() {
        return LimitName.valueOf(name).read(Columns.required("value", value));
    }

    Restriction restriction() {
        TradingState state = TradingState.valueOf(Columns.required("value", value));
        return new Restriction(name, state, who, why, at);
    }

    /** Returns the change that the row stands for. */
    public RiskChange change() {
        Step step = step();
        return new RiskChange(
                strategy == null ? step : new Step.OfStrategy(strategy, step), who, why, at);
    }

    private Step step() {
        return switch (kind) {
            case LIMIT ->
                    value == null
                            ? new Step.ClearLimit(LimitName.valueOf(name))
                            : new Step.SetLimit(limit());
            case RESTRICTION ->
                    value == null
                            ? new Step.Lift(name)
                            : new Step.Restrict(name, TradingState.valueOf(value));
        };
    }

    /** The kind of a row. */
    public enum Kind {
        LIMIT,
        RESTRICTION
    }
}
