package dev.lockstep.persistence.sql.copy;

import static dev.lockstep.persistence.sql.generated.Tables.EVENT_CHAIN;
import static dev.lockstep.persistence.sql.generated.Tables.EXTERNAL_CANCELS;
import static dev.lockstep.persistence.sql.generated.Tables.HOLDINGS;
import static dev.lockstep.persistence.sql.generated.Tables.LOOP_REPORT;
import static dev.lockstep.persistence.sql.generated.Tables.META;
import static dev.lockstep.persistence.sql.generated.Tables.NOTIFICATION_LANES;
import static dev.lockstep.persistence.sql.generated.Tables.NOTIFICATION_NOTICES;
import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;
import static dev.lockstep.persistence.sql.generated.Tables.ORDER_EVENTS;
import static dev.lockstep.persistence.sql.generated.Tables.RECORD_CHAIN;
import static dev.lockstep.persistence.sql.generated.Tables.RECORD_EVENTS;
import static dev.lockstep.persistence.sql.generated.Tables.RISK_RULES;
import static dev.lockstep.persistence.sql.generated.Tables.STRATEGY_PARTS;
import static dev.lockstep.persistence.sql.generated.Tables.TRADING_LEASE;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Brings a copy up to its original: copies what the original has added to its hash chains since,
 * and the rows that this has changed. Tables that no chain covers are small, and copied as a whole.
 */
final class CatchUp {
    /** The lease is chained without its expiry, which changes with each renewal. */
    private static final List<Table<?>> UNCHAINED =
            List.of(
                    META,
                    EVENT_CHAIN,
                    RECORD_CHAIN,
                    RISK_RULES,
                    HOLDINGS,
                    STRATEGY_PARTS,
                    TRADING_LEASE,
                    LOOP_REPORT,
                    EXTERNAL_CANCELS,
                    NOTIFICATION_LANES,
                    NOTIFICATION_NOTICES);

    private static final Condition LATER_EVENT =
            ORDER_EVENTS.SEQ.gt(OrderSql.placeholder(ORDER_EVENTS.SEQ));
    private static final Condition CHANGED_ORDER =
            ORDERS.ORDER_ID.in(
                    DSL.select(ORDER_EVENTS.ORDER_ID).from(ORDER_EVENTS).where(LATER_EVENT));
    private static final Condition LATER_RECORD =
            RECORD_EVENTS.SEQ.gt(OrderSql.placeholder(RECORD_EVENTS.SEQ));

    private final Session from;
    private final Session to;
    private final RowCopy rows;

    /**
     * Creates a copy.
     *
     * @param from a session of the original, within a transaction
     * @param to a session of the copy, within a write transaction
     */
    CatchUp(Session from, Session to) {
        this.from = from;
        this.to = to;
        this.rows = new RowCopy(to);
    }

    /**
     * Copies what the original has added since the copy; returns the number of rows.
     *
     * @param events the end of the copy's chain of events
     * @param records the end of the copy's chain of records
     */
    long copy(ChainHead events, ChainHead records) throws SQLException {
        long copied = later(ORDERS, CHANGED_ORDER, events, RowCopy.merged(ORDERS));
        copied += later(ORDER_EVENTS, LATER_EVENT, events, RowCopy.inserted(ORDER_EVENTS));
        for (RecordKind kind : RecordKind.values()) {
            Table<?> table = kind.table();
            if (!UNCHAINED.contains(table)) {
                copied += later(table, kind.writtenAfter(), records, RowCopy.merged(table));
            }
        }
        copied += later(RECORD_EVENTS, LATER_RECORD, records, RowCopy.inserted(RECORD_EVENTS));
        for (Table<?> table : UNCHAINED) {
            to.kept(OrderSql.RENDER.deleteFrom(table)).executeUpdate();
            copied += rows.copy(from.kept(all(table)), table, RowCopy.inserted(table));
        }
        return copied;
    }

    private long later(Table<?> table, Condition condition, ChainHead after, Query write)
            throws SQLException {
        PreparedStatement read =
                from.kept(
                        OrderSql.RENDER
                                .select(table.fields())
                                .from(table)
                                .where(condition)
                                .orderBy(table.field(0)));
        new Parameters(read).number(after.seq());
        return rows.copy(read, table, write);
    }

    private static Query all(Table<?> table) {
        return OrderSql.RENDER.select(table.fields()).from(table);
    }
}
