package dev.lockstep.persistence.sqlite.rows;

import static dev.lockstep.persistence.sqlite.generated.Tables.ORDERS;
import static dev.lockstep.persistence.sqlite.generated.Tables.ORDER_EVENTS;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.OrderFeed.Change;
import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The events in their sequence beside the orders they belong to, on one connection. */
public final class FeedTable {
    private static final Query LAST =
            OrderSql.RENDER.select(DSL.max(ORDER_EVENTS.SEQ)).from(ORDER_EVENTS);

    /** By the event's own key: a page costs the same wherever in the chain it is. */
    private static final Query AFTER =
            OrderSql.RENDER
                    .select(columns())
                    .from(ORDER_EVENTS)
                    .join(ORDERS)
                    .on(ORDERS.ORDER_ID.eq(ORDER_EVENTS.ORDER_ID))
                    .where(ORDER_EVENTS.SEQ.gt(OrderSql.placeholder(ORDER_EVENTS.SEQ)))
                    .orderBy(ORDER_EVENTS.SEQ)
                    .limit(DSL.param("limit", SQLDataType.INTEGER));

    /** The halves are written as the indexes are, so that the larger one is not read at all. */
    private static final Query COUNT_AT_BROKER = count(1);

    private static final Query COUNT_OTHERS = count(0);

    private final Session session;

    /** The tables as this connection sees them. */
    public FeedTable(Session session) {
        this.session = session;
    }

    /** The place of the last event, 0 before the first. */
    public long last() throws SQLException {
        try (ResultSet row = session.kept(LAST).executeQuery()) {
            return row.getLong(1);
        }
    }

    /** The orders of the events after a place, one entry for each event. */
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

    /** How many orders stand so. */
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

    private record Count(OrderStatus status, long orders) {
        static Count read(ResultSet row) throws SQLException {
            Columns columns = new Columns(row);
            return new Count(columns.value(OrderStatus::valueOf), columns.number());
        }
    }
}
