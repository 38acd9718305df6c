package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;

import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderQuery.Direction;
import dev.lockstep.persistence.sql.connection.QueryForm;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Cache key of a page query: everything that its SQL depends on, so that queries of the same form
 * share a prepared statement. The statement's parameters are the symbol, the strategy and the last
 * id, each if present, and the limit.
 *
 * @param all whether all statuses are requested
 * @param statuses otherwise the statuses: several that may be at the broker, or a single other one
 * @param ofSymbol whether the query has a symbol
 * @param ofStrategy whether the query has a strategy
 * @param side the side, null for both
 * @param purpose the purpose, null for all
 * @param trades the filter on filled quantity
 * @param continued whether the page starts after an id
 * @param direction the sort order of the ids
 */
record PageForm(
        boolean all,
        Set<OrderStatus> statuses,
        boolean ofSymbol,
        boolean ofStrategy,
        @Nullable Side side,
        OrderPurpose.@Nullable Kind purpose,
        OrderQuery.Trades trades,
        boolean continued,
        Direction direction)
        implements QueryForm {
    private static final Param<String> TEXT = DSL.param("text", String.class);

    @Override
    public Query query() {
        return OrderSql.RENDER
                .select(OrderSql.ORDER_COLUMNS)
                .from(ORDERS)
                .where(run().and(filter()))
                .orderBy(oldestFirst() ? ORDERS.ORDER_ID.asc() : ORDERS.ORDER_ID.desc())
                .limit(DSL.param("limit", Integer.class));
    }

    private Condition run() {
        if (all) {
            return DSL.noCondition();
        }
        boolean atBroker = statuses.iterator().next().mayBeAtBroker();
        // Inlined, because SQLite uses a partial index only for a constant.
        return ORDERS.MAY_BE_AT_BROKER
                .eq(DSL.inline(atBroker ? 1 : 0))
                .and(ORDERS.STATUS.in(statuses.stream().map(PageForm::literal).toList()));
    }

    private static Field<String> literal(OrderStatus status) {
        return DSL.inline(status.name());
    }

    private Condition filter() {
        Condition filter = DSL.noCondition();
        if (ofSymbol) {
            filter = filter.and(ORDERS.SYMBOL.eq(TEXT));
        }
        if (ofStrategy) {
            filter = filter.and(ORDERS.STRATEGY.eq(TEXT));
        }
        if (side != null) {
            filter = filter.and(ORDERS.SIDE.eq(DSL.inline(side.name())));
        }
        if (purpose != null) {
            filter = filter.and(ofPurpose(purpose));
        }
        if (continued) {
            filter =
                    filter.and(oldestFirst() ? ORDERS.ORDER_ID.gt(TEXT) : ORDERS.ORDER_ID.lt(TEXT));
        }
        return filter.and(traded());
    }

    private static Condition ofPurpose(OrderPurpose.Kind purpose) {
        return switch (purpose) {
            case REQUESTED -> ORDERS.PURPOSE.isNull().and(ORDERS.REVERSES.isNull());
            case REVERSAL -> ORDERS.REVERSES.isNotNull();
            case LEG, ADOPTED, IMPORTED, CLOSING, PROTECTION, REMAINDER ->
                    ORDERS.PURPOSE.eq(DSL.inline(purpose.name()));
        };
    }

    private Condition traded() {
        return switch (trades) {
            case ANY -> DSL.noCondition();
            case SOME -> ORDERS.CUM_QTY.ne(DSL.inline("0"));
            case SOME_OR_CHAINED ->
                    ORDERS.CUM_QTY
                            .ne(DSL.inline("0"))
                            .or(ORDERS.REPLACES.isNotNull())
                            .or(ORDERS.CARRIED_QTY.isNotNull());
        };
    }

    private boolean oldestFirst() {
        return direction == Direction.OLDEST_FIRST;
    }
}
