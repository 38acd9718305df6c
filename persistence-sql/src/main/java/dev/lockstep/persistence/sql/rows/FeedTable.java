package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;
import static dev.lockstep.persistence.sql.generated.Tables.ORDER_EVENTS;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import dev.lockstep.domain.port.store.OrderFeed.Happening;
import dev.lockstep.domain.port.store.OrderFeed.Step;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.EventRow;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Events in chain order with their orders, on one connection. */
public final class FeedTable {
    private static final Query LAST =
            OrderSql.RENDER.select(DSL.max(ORDER_EVENTS.SEQ)).from(ORDER_EVENTS);

    /**
     * Seeks by the sequence number, so that each page costs the same wherever it is in the chain.
     */
    private static final Query AFTER =
            OrderSql.RENDER
                    .select(columns())
                    .from(ORDER_EVENTS)
                    .join(ORDERS)
                    .on(ORDERS.ORDER_ID.eq(ORDER_EVENTS.ORDER_ID))
                    .where(ORDER_EVENTS.SEQ.gt(OrderSql.placeholder(ORDER_EVENTS.SEQ)))
                    .orderBy(ORDER_EVENTS.SEQ)
                    .limit(DSL.param("limit", SQLDataType.INTEGER));

    private static final Query EVENTS_AFTER =
            OrderSql.RENDER
                    .select(eventColumns())
                    .from(ORDER_EVENTS)
                    .where(ORDER_EVENTS.SEQ.gt(OrderSql.placeholder(ORDER_EVENTS.SEQ)))
                    .orderBy(ORDER_EVENTS.SEQ)
                    .limit(DSL.param("limit", SQLDataType.INTEGER));

    private static final Query EVENT =
            OrderSql.RENDER
                    .select(OrderSql.EVENT)
                    .from(ORDER_EVENTS)
                    .where(ORDER_EVENTS.ORDER_ID.eq(OrderSql.placeholder(ORDER_EVENTS.ORDER_ID)))
                    .and(ORDER_EVENTS.VERSION.eq(OrderSql.placeholder(ORDER_EVENTS.VERSION)));

    private static final Query BACKWARDS = backwards(DSL.noCondition());

    private static final Query BACKWARDS_OF_SYMBOL =
            backwards(ORDERS.SYMBOL.eq(OrderSql.placeholder(ORDERS.SYMBOL)));

    /** The count is split by the partial indexes, so that the table itself is not read. */
    private static final Query COUNT_AT_BROKER = count(1);

    private static final Query COUNT_OTHERS = count(0);

    private final Session session;

    public FeedTable(Session session) {
        this.session = session;
    }

    /** Returns the last sequence number, 0 if there is no event. */
    public long last() throws SQLException {
        try (ResultSet row = session.kept(LAST).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Returns the orders of the events after {@code seq}, one entry per event. */
    public List<Change> after(long seq, int limit) throws SQLException {
        PreparedStatement statement = session.kept(AFTER);
        new Parameters(statement).number(seq).number(limit);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(
                    rows,
                    row ->
                            new Change(
                                    row.getLong(OrderSql.ORDER_COLUMNS.size() + 1),
                                    OrderRow.read(row)));
        }
    }

    /** Returns the events after {@code seq}. */
    public List<Step> eventsAfter(long seq, int limit) throws SQLException {
        PreparedStatement statement = session.kept(EVENTS_AFTER);
        new Parameters(statement).number(seq).number(limit);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(
                    rows,
                    row -> new Step(row.getLong(OrderSql.EVENT.size() + 1), EventRow.read(row)));
        }
    }

    /** Returns the event that made a version of an order. */
    public Optional<OrderEvent> event(OrderId id, long version) throws SQLException {
        PreparedStatement statement = session.kept(EVENT);
        new Parameters(statement).text(id.value()).number(version);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, EventRow::read).stream().findFirst();
        }
    }

    /**
     * Returns the events from {@code first} (inclusive) to {@code end} (exclusive), latest first.
     *
     * @param symbol only events of this instrument, null for all
     */
    public List<Happening> between(long first, long end, @Nullable Symbol symbol, int limit)
            throws SQLException {
        PreparedStatement statement =
                session.kept(symbol == null ? BACKWARDS : BACKWARDS_OF_SYMBOL);
        Parameters parameters = new Parameters(statement).number(first).number(end);
        if (symbol != null) {
            parameters.text(symbol.value());
        }
        parameters.number(limit);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, FeedTable::happening);
        }
    }

    /** Returns the number of orders per status. */
    public Map<OrderStatus, Long> counts() throws SQLException {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        for (Query half : List.of(COUNT_AT_BROKER, COUNT_OTHERS)) {
            try (ResultSet rows = session.kept(half).executeQuery()) {
                for (Count count : OrderTable.read(rows, Count::read)) {
                    counts.merge(count.status(), count.orders(), Long::sum);
                }
            }
        }
        return counts;
    }

    /**
     * Uses a cross join, which makes SQLite iterate along the events instead of choosing another
     * plan.
     */
    private static Query backwards(Condition filter) {
        return OrderSql.RENDER
                .select(
                        ORDER_EVENTS.SEQ,
                        ORDER_EVENTS.AT,
                        ORDER_EVENTS.ORDER_ID,
                        ORDERS.SYMBOL,
                        ORDERS.SIDE,
                        ORDER_EVENTS.STATUS,
                        ORDER_EVENTS.CUM_QTY,
                        ORDER_EVENTS.SOURCE,
                        ORDER_EVENTS.SUMMARY)
                .from(ORDER_EVENTS)
                .crossJoin(ORDERS)
                .where(ORDERS.ORDER_ID.eq(ORDER_EVENTS.ORDER_ID))
                .and(ORDER_EVENTS.SEQ.ge(OrderSql.placeholder(ORDER_EVENTS.SEQ)))
                .and(ORDER_EVENTS.SEQ.lt(OrderSql.placeholder(ORDER_EVENTS.SEQ)))
                .and(filter)
                .orderBy(ORDER_EVENTS.SEQ.desc())
                .limit(DSL.param("limit", SQLDataType.INTEGER));
    }

    private static Happening happening(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Happening(
                columns.number(),
                columns.time(),
                columns.value(OrderId::new),
                columns.value(Symbol::new),
                columns.enumValue(Side.class),
                columns.enumValue(OrderStatus.class),
                columns.value(Quantity::of),
                columns.enumValue(Evidence.Source.class),
                columns.text());
    }

    private static Query count(int mayBeAtBroker) {
        return OrderSql.RENDER
                .select(ORDERS.STATUS, DSL.count())
                .from(ORDERS)
                .where(ORDERS.MAY_BE_AT_BROKER.eq(DSL.inline(mayBeAtBroker)))
                .groupBy(ORDERS.STATUS);
    }

    private static List<SelectField<?>> columns() {
        List<SelectField<?>> columns = new ArrayList<>(OrderSql.ORDER_COLUMNS);
        columns.add(ORDER_EVENTS.SEQ);
        return columns;
    }

    private static List<SelectField<?>> eventColumns() {
        List<SelectField<?>> columns = new ArrayList<>(OrderSql.EVENT);
        columns.add(ORDER_EVENTS.SEQ);
        return columns;
    }

    private record Count(OrderStatus status, long orders) {
        static Count read(ResultSet row) throws SQLException {
            Columns columns = new Columns(row);
            return new Count(columns.enumValue(OrderStatus.class), columns.number());
        }
    }
}
