package dev.lockstep.persistence.sqlite.rows;

import static dev.lockstep.persistence.sqlite.generated.Tables.ORDERS;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.persistence.sqlite.generated.tables.Orders;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * The questions to the book that a limit can ask, each answered by an index and counted no further
 * than the limit goes. Each excludes one order, the one that is being replaced.
 */
final class ExposureSql {
    private static final Orders ABOVE = ORDERS.as("above");

    /** Symbol, side, the excluded order. */
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

    /** The excluded order, the most to count. */
    static final Query OPEN_ORDERS = counted(atBroker(true).and(others()));

    /** The first id, the excluded order, the most to count. */
    static final Query RECENT_AT_BROKER = counted(atBroker(true).and(recent()).and(others()));

    /** The first id, the excluded order, the most to count. */
    static final Query RECENT_NOT_AT_BROKER =
            counted(
                    atBroker(false)
                            .and(
                                    in(status ->
                                            !status.mayBeAtBroker()
                                                    && status != OrderStatus.DENIED))
                            .and(recent())
                            .and(others()));

    /** Symbol, side, the first id, the excluded order, then the amount's and the type's columns. */
    static final Query TWIN =
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
                            same(ORDERS.TRAIL_PERCENT))
                    .orderBy(ORDERS.ORDER_ID)
                    .limit(DSL.inline(1));

    /** Symbol, the other side, the excluded order. */
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

    /** The order that is replaced. */
    static final Query TRADED =
            OrderSql.RENDER
                    .select(ORDERS.CUM_QTY)
                    .from(ORDERS)
                    .where(ORDERS.ORDER_ID.eq(param(ORDERS.ORDER_ID)));

    /** The order that others hang on, the excluded order. */
    static final Query HANGING =
            OrderSql.RENDER
                    .select(ORDERS.ORDER_QTY, ORDERS.CUM_QTY, ORDERS.STATUS)
                    .from(ORDERS)
                    .where(
                            ORDERS.PARENT.eq(param(ORDERS.PARENT)),
                            ORDERS.STATUS.ne(DSL.inline(OrderStatus.REPLACED.name())),
                            others());

    private ExposureSql() {}

    /** The parent where its exits end each other, as those that the broker made of one order do. */
    private static Field<String> linked() {
        return DSL.field(
                DSL.select(ABOVE.ORDER_ID)
                        .from(ABOVE)
                        .where(
                                ABOVE.ORDER_ID.eq(ORDERS.PARENT),
                                ABOVE.ORDER_CLASS.ne(DSL.inline(ClassColumns.Kind.SIMPLE.name()))));
    }

    /** Written into the SQL: SQLite uses a partial index only where it can see the value. */
    private static Condition atBroker(boolean wanted) {
        return ORDERS.MAY_BE_AT_BROKER.eq(DSL.inline(wanted ? 1 : 0));
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

    private static Condition in(Predicate<OrderStatus> wanted) {
        return ORDERS.STATUS.in(
                literals(Arrays.stream(OrderStatus.values()).filter(wanted).toList()));
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
