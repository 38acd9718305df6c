package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.EXTERNAL_CANCELS;

import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.ExternalCancels;
import dev.lockstep.domain.port.store.ExternalCancels.Request;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** The {@code external_cancels} table on one connection. Not thread-safe. */
public final class ExternalCancelTable {
    private static final Query INSERT =
            OrderSql.RENDER
                    .insertInto(
                            EXTERNAL_CANCELS,
                            EXTERNAL_CANCELS.BROKER_ORDER_ID,
                            EXTERNAL_CANCELS.REQUESTED_AT)
                    .values(
                            OrderSql.placeholder(EXTERNAL_CANCELS.BROKER_ORDER_ID),
                            OrderSql.placeholder(EXTERNAL_CANCELS.REQUESTED_AT))
                    .onConflictDoNothing();
    private static final Query LIST =
            OrderSql.RENDER
                    .select(EXTERNAL_CANCELS.BROKER_ORDER_ID, EXTERNAL_CANCELS.REQUESTED_AT)
                    .from(EXTERNAL_CANCELS)
                    .orderBy(EXTERNAL_CANCELS.REQUESTED_AT, EXTERNAL_CANCELS.BROKER_ORDER_ID)
                    .limit(DSL.inline(ExternalCancels.MAX_REQUESTS));
    private static final Query DELETE =
            OrderSql.RENDER
                    .deleteFrom(EXTERNAL_CANCELS)
                    .where(
                            EXTERNAL_CANCELS.BROKER_ORDER_ID.eq(
                                    OrderSql.placeholder(EXTERNAL_CANCELS.BROKER_ORDER_ID)));

    private final Session session;

    public ExternalCancelTable(Session session) {
        this.session = session;
    }

    /** Inserts a request, unless the order has one. */
    public void insert(BrokerOrderId id, Instant at) throws SQLException {
        PreparedStatement statement = session.kept(INSERT);
        new Parameters(statement).text(id.value()).time(at);
        statement.executeUpdate();
    }

    /** Returns the oldest requests. */
    public List<Request> list() throws SQLException {
        try (ResultSet rows = session.kept(LIST).executeQuery()) {
            return OrderTable.read(
                    rows,
                    row -> {
                        Columns columns = new Columns(row);
                        return new Request(columns.value(BrokerOrderId::new), columns.time());
                    });
        }
    }

    /** Deletes the request of an order. */
    public void delete(BrokerOrderId id) throws SQLException {
        PreparedStatement statement = session.kept(DELETE);
        new Parameters(statement).text(id.value());
        statement.executeUpdate();
    }
}
