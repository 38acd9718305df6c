package dev.lockstep.persistence.sql.rows.chain;

import static dev.lockstep.persistence.sql.generated.Tables.EVENT_CHAIN;
import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;
import static dev.lockstep.persistence.sql.generated.Tables.ORDER_EVENTS;

import dev.lockstep.persistence.sql.connection.RowChange;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** SQL of the event chain and the column names used in its hashes. */
public final class ChainSql {
    /** The hashed names of {@link OrderSql#TERMS}. */
    public static final List<String> TERMS_NAMES =
            OrderSql.TERMS.stream().map(column -> "orders." + column.getName()).toList();

    /** The hashed names of an order's purpose; a migrated one is not part of the hash. */
    static final Set<String> PURPOSE_NAMES =
            TERMS_NAMES.stream()
                    .filter(name -> name.startsWith("orders.purpose"))
                    .collect(Collectors.toUnmodifiableSet());

    /** The hashed names of {@link OrderSql#EVENT}. */
    static final List<String> EVENT_NAMES = OrderSql.EVENT.stream().map(Field::getName).toList();

    /** Columns in which an order and its last event must agree. */
    static final List<Agreement> AGREEMENTS =
            List.of(
                    new Agreement(ORDERS.STATUS, ORDER_EVENTS.STATUS),
                    new Agreement(ORDERS.BROKER_ORDER_ID, ORDER_EVENTS.BROKER_ORDER_ID),
                    new Agreement(ORDERS.BROKER_STATUS, ORDER_EVENTS.BROKER_STATUS),
                    new Agreement(ORDERS.CUM_QTY, ORDER_EVENTS.CUM_QTY),
                    new Agreement(ORDERS.AVG_PX, ORDER_EVENTS.AVG_PX),
                    new Agreement(ORDERS.CANCEL_WANTED, ORDER_EVENTS.CANCEL_WANTED),
                    new Agreement(ORDERS.TRANSACT_TIME, ORDER_EVENTS.TRANSACT_TIME),
                    new Agreement(ORDERS.TEXT, ORDER_EVENTS.TEXT),
                    new Agreement(ORDERS.WORKING_QTY, ORDER_EVENTS.WORKING_QTY),
                    new Agreement(ORDERS.WORKING_LIMIT, ORDER_EVENTS.WORKING_LIMIT),
                    new Agreement(ORDERS.WORKING_STOP, ORDER_EVENTS.WORKING_STOP),
                    new Agreement(ORDERS.CARRIED_QTY, ORDER_EVENTS.CARRIED_QTY),
                    new Agreement(ORDERS.CARRIED_PX, ORDER_EVENTS.CARRIED_PX),
                    new Agreement(ORDERS.UPDATED_AT, ORDER_EVENTS.AT));

    static final RowChange INSERT =
            new RowChange(
                    OrderSql.RENDER
                            .insertInto(ORDER_EVENTS)
                            .columns(inserted())
                            .values(inserted().stream().map(OrderSql::placeholder).toList()),
                    ORDER_EVENTS,
                    inserted(),
                    List.of());
    static final Query HEAD =
            OrderSql.RENDER.select(EVENT_CHAIN.SEQ, EVENT_CHAIN.HASH).from(EVENT_CHAIN);
    static final Query LAST =
            OrderSql.RENDER
                    .select(ORDER_EVENTS.SEQ, ORDER_EVENTS.HASH)
                    .from(ORDER_EVENTS)
                    .orderBy(ORDER_EVENTS.SEQ.desc())
                    .limit(DSL.inline(1));
    static final Query HASH =
            OrderSql.RENDER
                    .select(ORDER_EVENTS.HASH)
                    .from(ORDER_EVENTS)
                    .where(ORDER_EVENTS.SEQ.eq(OrderSql.placeholder(ORDER_EVENTS.SEQ)));
    static final Query KEEP_HEAD =
            OrderSql.RENDER
                    .update(EVENT_CHAIN)
                    .set(EVENT_CHAIN.SEQ, OrderSql.placeholder(EVENT_CHAIN.SEQ))
                    .set(EVENT_CHAIN.HASH, OrderSql.placeholder(EVENT_CHAIN.HASH));

    /**
     * Columns: sequence number, hash, order version (null if the order is missing), the order's
     * terms, whether its purpose was migrated, the event.
     */
    static final Query EVENTS =
            OrderSql.RENDER
                    .select(eventColumns())
                    .from(ORDER_EVENTS)
                    .leftJoin(ORDERS)
                    .on(ORDERS.ORDER_ID.eq(ORDER_EVENTS.ORDER_ID))
                    .where(ORDER_EVENTS.SEQ.gt(OrderSql.placeholder(ORDER_EVENTS.SEQ)))
                    .orderBy(ORDER_EVENTS.SEQ)
                    .limit(DSL.param("limit", SQLDataType.INTEGER));

    /**
     * Columns: id, version, the last event's version, whether it may be at the broker, the pairs.
     */
    static final Query ORDERS_AND_LAST_EVENTS =
            OrderSql.RENDER
                    .select(orderColumns())
                    .from(ORDERS)
                    .leftJoin(ORDER_EVENTS)
                    .on(ORDER_EVENTS.ORDER_ID.eq(ORDERS.ORDER_ID))
                    .and(ORDER_EVENTS.VERSION.eq(ORDERS.VERSION))
                    .where(ORDERS.ORDER_ID.gt(OrderSql.placeholder(ORDERS.ORDER_ID)))
                    .orderBy(ORDERS.ORDER_ID)
                    .limit(DSL.param("limit", SQLDataType.INTEGER));

    private ChainSql() {}

    private static List<Field<?>> inserted() {
        List<Field<?>> columns = new ArrayList<>(OrderSql.EVENT);
        columns.add(ORDER_EVENTS.SEQ);
        columns.add(ORDER_EVENTS.HASH);
        return columns;
    }

    private static List<SelectField<?>> eventColumns() {
        List<SelectField<?>> columns =
                new ArrayList<>(List.of(ORDER_EVENTS.SEQ, ORDER_EVENTS.HASH, ORDERS.VERSION));
        columns.addAll(OrderSql.TERMS);
        columns.add(ORDERS.PURPOSE_MIGRATED);
        columns.addAll(OrderSql.EVENT);
        return columns;
    }

    private static List<SelectField<?>> orderColumns() {
        var later = ORDER_EVENTS.as("later");
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(ORDERS.ORDER_ID);
        columns.add(ORDERS.VERSION);
        columns.add(
                DSL.field(
                        DSL.select(DSL.max(later.VERSION))
                                .from(later)
                                .where(later.ORDER_ID.eq(ORDERS.ORDER_ID))));
        columns.add(ORDERS.MAY_BE_AT_BROKER);
        for (Agreement agreement : AGREEMENTS) {
            columns.add(agreement.ofOrder());
            columns.add(agreement.ofEvent());
        }
        return columns;
    }

    /** A column of an order and the corresponding column of its last event. */
    record Agreement(Field<?> ofOrder, Field<?> ofEvent) {}
}
