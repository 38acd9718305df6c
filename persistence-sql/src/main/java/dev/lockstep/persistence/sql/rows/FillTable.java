package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.FILLS;
import static dev.lockstep.persistence.sql.generated.Tables.FILL_CORRECTIONS;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** The {@code fills} table on one connection. Not thread-safe. */
public final class FillTable {
    private static final List<Field<?>> COLUMNS =
            List.of(
                    FILLS.EXECUTION_ID,
                    FILLS.BROKER_ORDER_ID,
                    FILLS.SYMBOL,
                    FILLS.SIDE,
                    FILLS.LAST_QTY,
                    FILLS.LAST_PX,
                    FILLS.CUM_QTY,
                    FILLS.LEAVES_QTY,
                    FILLS.TRANSACT_TIME);

    private static final Query INSERT =
            OrderSql.RENDER
                    .insertInto(FILLS)
                    .columns(COLUMNS)
                    .values(COLUMNS.stream().map(OrderSql::placeholder).toList())
                    .onConflict(FILLS.EXECUTION_ID)
                    .doNothing();
    private static final Query OF_ORDER =
            OrderSql.RENDER
                    .select(COLUMNS)
                    .from(FILLS)
                    .where(FILLS.BROKER_ORDER_ID.eq(OrderSql.placeholder(FILLS.BROKER_ORDER_ID)));
    private static final Query BETWEEN =
            OrderSql.RENDER
                    .select(COLUMNS)
                    .from(FILLS)
                    .where(
                            FILLS.TRANSACT_TIME.between(
                                    DSL.param("first", FILLS.TRANSACT_TIME),
                                    DSL.param("last", FILLS.TRANSACT_TIME)));
    private static final Query KNOWN =
            OrderSql.RENDER
                    .select(FILLS.EXECUTION_ID)
                    .from(FILLS)
                    .where(FILLS.EXECUTION_ID.eq(OrderSql.placeholder(FILLS.EXECUTION_ID)))
                    .unionAll(
                            OrderSql.RENDER
                                    .select(FILLS.EXECUTION_ID)
                                    .from(FILLS)
                                    .where(
                                            FILLS.BROKER_ORDER_ID.eq(
                                                    OrderSql.placeholder(FILLS.BROKER_ORDER_ID)),
                                            FILLS.CUM_QTY.eq(OrderSql.placeholder(FILLS.CUM_QTY)),
                                            FILLS.BROKER_ORDER_ID.notIn(
                                                    DSL.select(FILL_CORRECTIONS.BROKER_ORDER_ID)
                                                            .from(FILL_CORRECTIONS))));

    private final Session session;

    public FillTable(Session session) {
        this.session = session;
    }

    /**
     * Returns the executions that are stored neither by id nor by order and cumulative quantity.
     * The cumulative quantity does not identify executions of an order with corrections.
     */
    public List<Fill> unknown(List<Fill> fills) throws SQLException {
        List<Fill> unknown = new ArrayList<>();
        for (Fill fill : fills) {
            if (!known(fill)) {
                unknown.add(fill);
            }
        }
        return unknown;
    }

    private boolean known(Fill fill) throws SQLException {
        PreparedStatement statement = session.kept(KNOWN);
        new Parameters(statement)
                .text(fill.executionId().value())
                .text(fill.brokerOrderId().value())
                .text(fill.cumQty().toString());
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    /** Inserts the executions that are not stored and returns how many were inserted. */
    public int insert(List<Fill> fills) throws SQLException {
        int added = 0;
        for (Fill fill : fills) {
            if (known(fill)) {
                continue;
            }
            PreparedStatement statement = session.kept(INSERT);
            new Parameters(statement)
                    .text(fill.executionId().value())
                    .text(fill.brokerOrderId().value())
                    .text(fill.symbol().value())
                    .text(fill.side().name())
                    .text(fill.lastQty().toString())
                    .text(fill.lastPx().toString())
                    .text(fill.cumQty().toString())
                    .textOrNull(fill.leavesQty())
                    .time(fill.transactTime());
            if (statement.executeUpdate() > 0) {
                new RecordTable(session).append(RecordKind.FILL, fill.executionId().value());
                added++;
            }
        }
        return added;
    }

    /** Returns an order's executions, unsorted. */
    public List<Fill> of(BrokerOrderId id) throws SQLException {
        PreparedStatement statement = session.kept(OF_ORDER);
        new Parameters(statement).text(id.value());
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, FillTable::fill);
        }
    }

    /** Returns the executions in the given period, both ends inclusive, unsorted. */
    public List<Fill> between(Instant from, Instant to) throws SQLException {
        PreparedStatement statement = session.kept(BETWEEN);
        new Parameters(statement).time(from).time(to);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, FillTable::fill);
        }
    }

    private static Fill fill(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Fill(
                columns.value(ExecutionId::new),
                columns.value(BrokerOrderId::new),
                columns.value(Symbol::new),
                columns.enumValue(Side.class),
                columns.value(Quantity::of),
                columns.value(Price::of),
                columns.value(Quantity::of),
                columns.valueOrNull(Quantity::of),
                columns.time());
    }
}
