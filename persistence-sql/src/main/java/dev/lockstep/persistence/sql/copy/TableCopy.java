package dev.lockstep.persistence.sql.copy;

import static dev.lockstep.persistence.sql.generated.Tables.ADJUSTMENTS;
import static dev.lockstep.persistence.sql.generated.Tables.EVENT_CHAIN;
import static dev.lockstep.persistence.sql.generated.Tables.EXTERNAL_CANCELS;
import static dev.lockstep.persistence.sql.generated.Tables.FILLS;
import static dev.lockstep.persistence.sql.generated.Tables.FILL_CORRECTIONS;
import static dev.lockstep.persistence.sql.generated.Tables.HOLDINGS;
import static dev.lockstep.persistence.sql.generated.Tables.INCIDENTS;
import static dev.lockstep.persistence.sql.generated.Tables.LOOP_REPORT;
import static dev.lockstep.persistence.sql.generated.Tables.META;
import static dev.lockstep.persistence.sql.generated.Tables.NOTIFICATION_LANES;
import static dev.lockstep.persistence.sql.generated.Tables.NOTIFICATION_NOTICES;
import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;
import static dev.lockstep.persistence.sql.generated.Tables.ORDER_EVENTS;
import static dev.lockstep.persistence.sql.generated.Tables.RECORD_CHAIN;
import static dev.lockstep.persistence.sql.generated.Tables.RECORD_EVENTS;
import static dev.lockstep.persistence.sql.generated.Tables.RISK_CHANGES;
import static dev.lockstep.persistence.sql.generated.Tables.RISK_RULES;
import static dev.lockstep.persistence.sql.generated.Tables.SIGN_INS;
import static dev.lockstep.persistence.sql.generated.Tables.STRATEGY_PARTS;
import static dev.lockstep.persistence.sql.generated.Tables.TRADING_KEYS;
import static dev.lockstep.persistence.sql.generated.Tables.TRADING_LEASE;

import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Query;
import org.jooq.Table;

/**
 * Copies the rows of all tables, value by value as they are stored, so that the hash chains of the
 * copy are those of the original.
 */
final class TableCopy {
    /** Each table after those that it refers to. */
    private static final List<Table<?>> TABLES =
            List.of(
                    META,
                    ORDERS,
                    ORDER_EVENTS,
                    EVENT_CHAIN,
                    FILLS,
                    FILL_CORRECTIONS,
                    ADJUSTMENTS,
                    INCIDENTS,
                    RISK_CHANGES,
                    RISK_RULES,
                    HOLDINGS,
                    STRATEGY_PARTS,
                    TRADING_KEYS,
                    TRADING_LEASE,
                    LOOP_REPORT,
                    EXTERNAL_CANCELS,
                    NOTIFICATION_LANES,
                    NOTIFICATION_NOTICES,
                    SIGN_INS,
                    RECORD_EVENTS,
                    RECORD_CHAIN);

    private final Session from;
    private final Session to;

    /**
     * Creates a copy.
     *
     * @param from a session within a read transaction
     * @param to a session within a write transaction, on a database without orders
     */
    TableCopy(Session from, Session to) {
        this.from = from;
        this.to = to;
    }

    /** Replaces all rows of the target by those of the source; returns how many there are. */
    long copy() throws SQLException {
        for (Table<?> table : TABLES.reversed()) {
            to.kept(OrderSql.RENDER.deleteFrom(table)).executeUpdate();
        }
        long rows = 0;
        for (Table<?> table : TABLES) {
            rows += copied(table);
        }
        return rows;
    }

    private long copied(Table<?> table) throws SQLException {
        return new RowCopy(to).copy(from.kept(ordered(table)), table, RowCopy.inserted(table));
    }

    /** Orders refer to older ones only, and their ids increase with time. */
    private static Query ordered(Table<?> table) {
        return OrderSql.RENDER.select(table.fields()).from(table).orderBy(table.field(0));
    }

    /** Returns the tables in the order in which they are copied. */
    static List<Table<?>> tables() {
        return TABLES;
    }
}
