package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.OrderType.Limit;
import dev.lockstep.domain.order.OrderType.Market;
import dev.lockstep.domain.order.OrderType.Stop;
import dev.lockstep.domain.order.OrderType.StopLimit;
import dev.lockstep.domain.order.OrderType.Trail;
import dev.lockstep.domain.order.OrderType.TrailingStop;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Mapping of an order type to its five columns; the schema checks that each type has exactly its
 * own prices.
 */
public record TypeColumns(
        Kind kind,
        @Nullable Price limitPrice,
        @Nullable Price stopPx,
        @Nullable Price trailOffset,
        @Nullable BigDecimal trailPercent) {

    public static TypeColumns of(OrderType type) {
        return switch (type) {
            case Market _ -> new TypeColumns(Kind.MARKET, null, null, null, null);
            case Limit(Price limit) -> new TypeColumns(Kind.LIMIT, limit, null, null, null);
            case Stop(Price stop) -> new TypeColumns(Kind.STOP, null, stop, null, null);
            case StopLimit(Price stop, Price limit) ->
                    new TypeColumns(Kind.STOP_LIMIT, limit, stop, null, null);
            case TrailingStop(Trail.ByPrice(Price offset)) ->
                    new TypeColumns(Kind.TRAILING_STOP, null, null, offset, null);
            case TrailingStop(Trail.ByPercent(BigDecimal percent)) ->
                    new TypeColumns(Kind.TRAILING_STOP, null, null, null, percent);
        };
    }

    public static TypeColumns read(Columns columns) throws SQLException {
        return new TypeColumns(
                columns.enumValue(Kind.class),
                columns.valueOrNull(Price::of),
                columns.valueOrNull(Price::of),
                columns.valueOrNull(Price::of),
                columns.valueOrNull(BigDecimal::new));
    }

    public void bind(Parameters parameters) throws SQLException {
        parameters
                .text(kind.name())
                .textOrNull(limitPrice)
                .textOrNull(stopPx)
                .textOrNull(trailOffset)
                .textOrNull(trailPercent == null ? null : trailPercent.toPlainString());
    }

    public OrderType type() {
        return switch (kind) {
            case MARKET -> new Market();
            case LIMIT -> new Limit(Columns.required("limit_price", limitPrice));
            case STOP -> new Stop(Columns.required("stop_px", stopPx));
            case STOP_LIMIT ->
                    new StopLimit(
                            Columns.required("stop_px", stopPx),
                            Columns.required("limit_price", limitPrice));
            case TRAILING_STOP -> new TrailingStop(trail());
        };
    }

    private Trail trail() {
        return trailOffset != null
                ? new Trail.ByPrice(trailOffset)
                : new Trail.ByPercent(Columns.required("trail_percent", trailPercent));
    }

    /** The stored values of order types. */
    public enum Kind {
        MARKET,
        LIMIT,
        STOP,
        STOP_LIMIT,
        TRAILING_STOP
    }
}
