package dev.lockstep.persistence.sql.rows.column;

import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;
import static dev.lockstep.persistence.sql.generated.Tables.ORDER_EVENTS;

import dev.lockstep.persistence.sql.connection.RowChange;
import dev.lockstep.persistence.sql.rows.chain.EventRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The frequent statements. As cached prepared statements, rendered by jOOQ once, they cost half as
 * much as with rendering per call.
 *
 * <p>The column lists define the order in which {@code OrderRow} and {@link EventRow} bind and
 * read.
 */
public final class OrderSql {
    public static final DSLContext RENDER = DSL.using(SQLDialect.SQLITE);

    /** Immutable columns. */
    public static final List<TableField<?, ?>> TERMS =
            List.of(
                    ORDERS.ORDER_ID,
                    ORDERS.CLIENT_ORDER_ID,
                    ORDERS.IDEMPOTENCY_KEY,
                    ORDERS.KEY_SCOPE,
                    ORDERS.PARENT,
                    ORDERS.REPLACES,
                    ORDERS.SYMBOL,
                    ORDERS.SIDE,
                    ORDERS.ORDER_QTY,
                    ORDERS.CASH_ORDER_QTY,
                    ORDERS.ORDER_TYPE,
                    ORDERS.LIMIT_PRICE,
                    ORDERS.STOP_PX,
                    ORDERS.TRAIL_OFFSET,
                    ORDERS.TRAIL_PERCENT,
                    ORDERS.TIME_IN_FORCE,
                    ORDERS.TRADING_HOURS,
                    ORDERS.ORDER_CLASS,
                    ORDERS.TAKE_PROFIT_LIMIT,
                    ORDERS.STOP_LOSS_STOP,
                    ORDERS.STOP_LOSS_LIMIT,
                    ORDERS.STRATEGY,
                    ORDERS.PURPOSE,
                    ORDERS.PURPOSE_ORDER,
                    ORDERS.PURPOSE_CLOSE,
                    ORDERS.PURPOSE_PART,
                    ORDERS.PURPOSE_ATTEMPT,
                    ORDERS.PURPOSE_WHOLE,
                    ORDERS.REVERSES,
                    ORDERS.CREATED_AT);

    /** Mutable columns without an index. */
    private static final List<TableField<?, ?>> STATE =
            List.of(
                    ORDERS.STATUS,
                    ORDERS.BROKER_STATUS,
                    ORDERS.CUM_QTY,
                    ORDERS.AVG_PX,
                    ORDERS.CANCEL_WANTED,
                    ORDERS.TRANSACT_TIME,
                    ORDERS.TEXT,
                    ORDERS.WORKING_QTY,
                    ORDERS.WORKING_LIMIT,
                    ORDERS.WORKING_STOP,
                    ORDERS.CARRIED_QTY,
                    ORDERS.CARRIED_PX,
                    ORDERS.UPDATED_AT,
                    ORDERS.VERSION);

    /** Mutable columns with an index, written only if they change. */
    private static final List<TableField<?, ?>> INDEXED_STATE =
            List.of(ORDERS.BROKER_ORDER_ID, ORDERS.MAY_BE_AT_BROKER);

    public static final List<TableField<?, ?>> EVENT =
            List.of(
                    ORDER_EVENTS.ORDER_ID,
                    ORDER_EVENTS.VERSION,
                    ORDER_EVENTS.AT,
                    ORDER_EVENTS.STATUS,
                    ORDER_EVENTS.BROKER_ORDER_ID,
                    ORDER_EVENTS.BROKER_STATUS,
                    ORDER_EVENTS.CUM_QTY,
                    ORDER_EVENTS.AVG_PX,
                    ORDER_EVENTS.CANCEL_WANTED,
                    ORDER_EVENTS.TRANSACT_TIME,
                    ORDER_EVENTS.TEXT,
                    ORDER_EVENTS.SOURCE,
                    ORDER_EVENTS.SUMMARY,
                    ORDER_EVENTS.REQUEST_ID,
                    ORDER_EVENTS.PAYLOAD,
                    ORDER_EVENTS.WORKING_QTY,
                    ORDER_EVENTS.WORKING_LIMIT,
                    ORDER_EVENTS.WORKING_STOP,
                    ORDER_EVENTS.CARRIED_QTY,
                    ORDER_EVENTS.CARRIED_PX);

    public static final List<Field<?>> ORDER_COLUMNS = joined(TERMS, STATE, INDEXED_STATE);

    public static final Query INSERT_ORDER = insert(ORDERS, ORDER_COLUMNS);
    public static final RowChange UPDATE_STATE = update(joined(STATE));
    public static final RowChange UPDATE_INDEXED_STATE = update(joined(STATE, INDEXED_STATE));
    public static final Query ORDER_BY_ID =
            select(ORDERS.ORDER_ID.eq(placeholder(ORDERS.ORDER_ID)));

    /** Orders per statement; unused parameters are NULL, which matches no id. */
    public static final int ORDERS_PER_READ = 32;

    public static final Query ORDERS_BY_IDS =
            select(
                    ORDERS.ORDER_ID.in(
                            Collections.nCopies(ORDERS_PER_READ, placeholder(ORDERS.ORDER_ID))));
    public static final Query ORDER_BY_KEY =
            select(ORDERS.IDEMPOTENCY_KEY.eq(placeholder(ORDERS.IDEMPOTENCY_KEY)));
    public static final Query ORDER_BY_CLIENT_ID =
            select(ORDERS.CLIENT_ORDER_ID.eq(placeholder(ORDERS.CLIENT_ORDER_ID)));
    public static final Query ORDER_BY_BROKER_ID =
            select(ORDERS.BROKER_ORDER_ID.eq(placeholder(ORDERS.BROKER_ORDER_ID)));

    /** Only the name: the driver asks for the name of each column of each result. */
    public static final Query ID_BY_BROKER_ID =
            RENDER.select(ORDERS.ORDER_ID)
                    .from(ORDERS)
                    .where(ORDERS.BROKER_ORDER_ID.eq(placeholder(ORDERS.BROKER_ORDER_ID)));

    public static final Query LEGS =
            RENDER.select(ORDER_COLUMNS)
                    .from(ORDERS)
                    .where(ORDERS.PARENT.eq(placeholder(ORDERS.PARENT)))
                    .orderBy(ORDERS.ORDER_ID);
    public static final Query REPLACEMENTS =
            RENDER.select(ORDER_COLUMNS)
                    .from(ORDERS)
                    .where(ORDERS.REPLACES.eq(placeholder(ORDERS.REPLACES)))
                    .orderBy(ORDERS.ORDER_ID);
    public static final Query HISTORY =
            RENDER.select(EVENT)
                    .from(ORDER_EVENTS)
                    .where(ORDER_EVENTS.ORDER_ID.eq(placeholder(ORDER_EVENTS.ORDER_ID)))
                    .orderBy(ORDER_EVENTS.VERSION);

    public static final Query COUNT = RENDER.selectCount().from(ORDERS);

    private OrderSql() {}

    private static Query insert(Table<?> table, List<Field<?>> columns) {
        return RENDER.insertInto(table)
                .columns(columns)
                .values(columns.stream().map(OrderSql::placeholder).toList())
                .onConflictDoNothing();
    }

    private static RowChange update(List<Field<?>> columns) {
        var update = RENDER.updateQuery(ORDERS);
        columns.forEach(column -> set(update, column));
        update.addConditions(
                ORDERS.ORDER_ID.eq(placeholder(ORDERS.ORDER_ID)),
                ORDERS.VERSION.eq(placeholder(ORDERS.VERSION)));
        return new RowChange(update, ORDERS, columns, List.of(ORDERS.ORDER_ID, ORDERS.VERSION));
    }

    private static <T> void set(org.jooq.UpdateQuery<?> update, Field<T> column) {
        update.addValue(column, placeholder(column));
    }

    private static Query select(Condition condition) {
        return RENDER.select(ORDER_COLUMNS).from(ORDERS).where(condition);
    }

    public static <T> Field<T> placeholder(Field<T> column) {
        return DSL.param(column.getName(), column.getDataType());
    }

    /** Returns the number after the highest one of a table's key; exact under the write lock. */
    public static Field<Integer> next(TableField<?, Integer> key) {
        return DSL.field(
                DSL.select(DSL.coalesce(DSL.max(key), DSL.inline(0)).plus(DSL.inline(1)))
                        .from(key.getTable()));
    }

    /** Returns the columns with a key before them. */
    public static List<Field<?>> first(Field<?> key, List<? extends Field<?>> columns) {
        List<Field<?>> all = new ArrayList<>();
        all.add(key);
        all.addAll(columns);
        return all;
    }

    /** Returns the parameters of columns, after the next number of a table's key. */
    public static List<Field<?>> numbered(
            TableField<?, Integer> key, List<? extends Field<?>> columns) {
        List<Field<?>> all = new ArrayList<>();
        all.add(next(key));
        columns.forEach(column -> all.add(placeholder(column)));
        return all;
    }

    @SafeVarargs
    private static List<Field<?>> joined(List<TableField<?, ?>>... parts) {
        List<Field<?>> all = new ArrayList<>();
        for (List<TableField<?, ?>> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
