package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.persistence.sql.generated.tables.Orders;
import dev.lockstep.persistence.sql.rows.column.ClassColumns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.TypeColumns;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * SQL for the data that risk limits depend on, of all orders or of those of one strategy. Each
 * query uses an index, counts no further than the limit, and excludes one order: the one being
 * replaced.
 *
 * <p>The queries of a strategy have it as one more parameter: after the excluded order where a
 * maximum count follows, else last.
 */
final class ExposureSql {
    private static final Orders ABOVE = ORDERS.as("above");

    /** Queries of all orders. */
    static final ExposureSql ACCOUNT = new ExposureSql(DSL.noCondition());

    /** Queries of the orders of one strategy. */
    static final ExposureSql STRATEGY = new ExposureSql(ORDERS.STRATEGY.eq(param(ORDERS.STRATEGY)));

    /** Orders that can trade. Parameters: the excluded order. */
    final Query working;

    /** Buy orders that can trade. Parameters: the excluded order. */
    final Query workingBuys;

    /** Parameters: the excluded order, the maximum count. */
    final Query openOrders;

    /**
     * Unanswered orders with exits, and how many of those are stored. Parameter: the excluded
     * order.
     */
    final Query unansweredWithExits;

    /** Parameters: the first id, the excluded order, the maximum count. */
    final Query recentAtBroker;

    /** Parameters: the first id, the excluded order, the maximum count. */
    final Query recentNotAtBroker;

    /**
     * Parameters: symbol, side, the first id, the excluded order, the amount's columns, the type's
     * columns.
     */
    final Query twin;

    /** Parameters: symbol, side, the excluded order. */
    static final Query OPEN_ON_SIDE =
            OrderSql.RENDER
                    .select(
                            ORDERS.ORDER_ID,
                            linked(),
                            DSL.coalesce(ORDERS.WORKING_QTY, ORDERS.ORDER_QTY),
                            ORDERS.CASH_ORDER_QTY,
                            ORDERS.CUM_QTY)
                    .from(ORDERS)
                    .where(working(), ofSide(), others());

    /** Parameters: symbol, the opposite side, the excluded order. */
    static final Query OPPOSITE =
            OrderSql.RENDER
                    .select(ORDERS.ORDER_ID)
                    .from(ORDERS)
                    .where(
                            working(),
                            ofSide(),
                            others(),
                            ORDERS.ORDER_TYPE.in(
                                    DSL.inline(TypeColumns.Kind.MARKET.name()),
                                    DSL.inline(TypeColumns.Kind.STOP.name()),
                                    DSL.inline(TypeColumns.Kind.TRAILING_STOP.name())))
                    .orderBy(ORDERS.ORDER_ID)
                    .limit(DSL.inline(1));

    /** Parameters: the replaced order. */
    static final Query TRADED =
            OrderSql.RENDER
                    .select(ORDERS.CUM_QTY)
                    .from(ORDERS)
                    .where(ORDERS.ORDER_ID.eq(param(ORDERS.ORDER_ID)));

    /** Parameters: the parent order, the excluded order. */
    static final Query CHILDREN =
            OrderSql.RENDER
                    .select(ORDERS.ORDER_QTY, ORDERS.CUM_QTY, ORDERS.STATUS)
                    .from(ORDERS)
                    .where(
                            ORDERS.PARENT.eq(param(ORDERS.PARENT)),
                            ORDERS.STATUS.ne(DSL.inline(OrderStatus.REPLACED.name())),
                            others());

    private ExposureSql(Condition scope) {
        working = working(DSL.noCondition(), scope);
        workingBuys = working(ORDERS.SIDE.eq(DSL.inline(Side.BUY.name())), scope);
        openOrders = counted(atBroker(true).and(others()).and(scope));
        unansweredWithExits =
                OrderSql.RENDER
                        .select(
                                ORDERS.ORDER_CLASS,
                                ORDERS.TAKE_PROFIT_LIMIT,
                                ORDERS.STOP_LOSS_STOP,
                                ORDERS.STOP_LOSS_LIMIT,
                                storedExits())
                        .from(ORDERS)
                        .where(
                                atBroker(true),
                                in(OrderStatus::unresolved),
                                ORDERS.ORDER_CLASS.ne(DSL.inline(ClassColumns.Kind.SIMPLE.name())),
                                ORDERS.REPLACES.isNull(),
                                others(),
                                scope);
        recentAtBroker = counted(atBroker(true).and(recent()).and(others()).and(scope));
        recentNotAtBroker =
                counted(
                        atBroker(false)
                                .and(in(ExposureSql::sentBefore))
                                .and(recent())
                                .and(others())
                                .and(scope));
        twin =
                OrderSql.RENDER
                        .select(ORDERS.ORDER_ID)
                        .from(ORDERS)
                        .where(
                                ofSide(),
                                ORDERS.ORDER_ID.ge(param(ORDERS.ORDER_ID)),
                                ORDERS.PARENT.isNull(),
                                ORDERS.STATUS.notIn(
                                        literals(
                                                List.of(
                                                        OrderStatus.DENIED,
                                                        OrderStatus.REJECTED,
                                                        OrderStatus.NEVER_ACCEPTED))),
                                others(),
                                same(ORDERS.ORDER_QTY),
                                same(ORDERS.CASH_ORDER_QTY),
                                same(ORDERS.ORDER_TYPE),
                                same(ORDERS.LIMIT_PRICE),
                                same(ORDERS.STOP_PX),
                                same(ORDERS.TRAIL_OFFSET),
                                same(ORDERS.TRAIL_PERCENT),
                                scope)
                        .orderBy(ORDERS.ORDER_ID)
                        .limit(DSL.inline(1));
    }

    private static boolean sentBefore(OrderStatus status) {
        return !status.mayBeAtBroker() && status != OrderStatus.DENIED;
    }

    private static Query working(Condition ofSide, Condition scope) {
        return OrderSql.RENDER
                .select(
                        ORDERS.ORDER_ID,
                        linked(),
                        DSL.coalesce(ORDERS.WORKING_QTY, ORDERS.ORDER_QTY),
                        ORDERS.CASH_ORDER_QTY,
                        ORDERS.CUM_QTY,
                        ORDERS.SYMBOL,
                        ORDERS.SIDE,
                        DSL.coalesce(ORDERS.WORKING_LIMIT, ORDERS.LIMIT_PRICE),
                        DSL.coalesce(ORDERS.WORKING_STOP, ORDERS.STOP_PX))
                .from(ORDERS)
                .where(working(), ofSide, others(), scope);
    }

    /** Returns the parent id of legs that cancel each other, such as the exits of a bracket. */
    private static Field<String> linked() {
        return DSL.field(
                DSL.select(ABOVE.ORDER_ID)
                        .from(ABOVE)
                        .where(
                                ABOVE.ORDER_ID.eq(ORDERS.PARENT),
                                ABOVE.ORDER_CLASS.ne(DSL.inline(ClassColumns.Kind.SIMPLE.name()))));
    }

    private static Field<Integer> storedExits() {
        return DSL.field(
                DSL.selectCount()
                        .from(ABOVE)
                        .where(
                                ABOVE.PARENT.eq(ORDERS.ORDER_ID),
                                ABOVE.MAY_BE_AT_BROKER.eq(DSL.inline(1))));
    }

    /** Inlines the value, because SQLite uses a partial index only for a constant. */
    private static Condition atBroker(boolean value) {
        return ORDERS.MAY_BE_AT_BROKER.eq(DSL.inline(value ? 1 : 0));
    }

    private static Condition working() {
        return atBroker(true).and(ORDERS.STATUS.ne(DSL.inline(OrderStatus.HELD.name())));
    }

    private static Condition ofSide() {
        return ORDERS.SYMBOL.eq(param(ORDERS.SYMBOL)).and(ORDERS.SIDE.eq(param(ORDERS.SIDE)));
    }

    private static Condition recent() {
        return ORDERS.ORDER_ID.ge(param(ORDERS.ORDER_ID)).and(ORDERS.PARENT.isNull());
    }

    private static Condition others() {
        return ORDERS.ORDER_ID.ne(param(ORDERS.ORDER_ID));
    }

    private static Condition same(Field<String> column) {
        return column.isNotDistinctFrom(param(column));
    }

    private static Condition in(Predicate<OrderStatus> filter) {
        return ORDERS.STATUS.in(
                literals(Arrays.stream(OrderStatus.values()).filter(filter).toList()));
    }

    private static List<Field<String>> literals(List<OrderStatus> statuses) {
        return statuses.stream().<Field<String>>map(status -> DSL.inline(status.name())).toList();
    }

    private static Query counted(Condition condition) {
        Select<?> some =
                OrderSql.RENDER
                        .select(DSL.inline(1).as("one"))
                        .from(ORDERS)
                        .where(condition)
                        .limit(DSL.param("most", Integer.class));
        return OrderSql.RENDER.selectCount().from(some.asTable("some"));
    }

    private static <T> Field<T> param(Field<T> column) {
        return DSL.param(column.getName(), column.getDataType());
    }
}
