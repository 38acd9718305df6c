package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.META;

import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.EpochNanos;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Metadata of the database, on one connection. */
public final class MetaTable {
    private static final String FILLS_COMPLETE_UNTIL = "fills_complete_until";
    private static final String ADJUSTMENTS_COMPLETE_UNTIL = "adjustments_complete_until";
    private static final String TRIAL_WRITES = "trial_writes";
    private static final String NEXT_MARK_SLOT = "next_mark_slot";
    private static final String COMMIT_MARK = "commit_mark_";
    private static final String UNFINISHED_COPY_OF = "unfinished_copy_of";
    private static final Query READ =
            OrderSql.RENDER
                    .select(META.VALUE)
                    .from(META)
                    .where(META.NAME.eq(OrderSql.placeholder(META.NAME)));
    private static final Query WRITE =
            OrderSql.RENDER
                    .insertInto(META, META.NAME, META.VALUE)
                    .values(OrderSql.placeholder(META.NAME), OrderSql.placeholder(META.VALUE))
                    .onConflict(META.NAME)
                    .doUpdate()
                    .set(META.VALUE, DSL.excluded(META.VALUE));
    private static final String BOUND_TO = "bound_to";

    private final Session session;

    public MetaTable(Session session) {
        this.session = session;
    }

    /**
     * Counts a trial write, so that the transaction writes a page to the disk. SQLite writes none
     * for a row that is set to its own value.
     */
    public void countTrialWrite() throws SQLException {
        long count = read(TRIAL_WRITES).map(Long::parseLong).orElse(0L) + 1;
        write(TRIAL_WRITES, Long.toString(count));
    }

    /**
     * Returns the time until which all executions were fetched from the broker; empty before the
     * first fetch.
     */
    public Optional<Instant> fillsCompleteUntil() throws SQLException {
        return read(FILLS_COMPLETE_UNTIL).map(Long::parseLong).map(EpochNanos::time);
    }

    /** Stores the time until which all executions were fetched from the broker. */
    public void fillsCompleteUntil(Instant time) throws SQLException {
        write(FILLS_COMPLETE_UNTIL, Long.toString(EpochNanos.of(time)));
    }

    /**
     * Returns the time until which all adjustments were fetched from the broker; empty before the
     * first fetch.
     */
    public Optional<Instant> adjustmentsCompleteUntil() throws SQLException {
        return read(ADJUSTMENTS_COMPLETE_UNTIL).map(Long::parseLong).map(EpochNanos::time);
    }

    /** Stores the time until which all adjustments were fetched from the broker. */
    public void adjustmentsCompleteUntil(Instant time) throws SQLException {
        write(ADJUSTMENTS_COMPLETE_UNTIL, Long.toString(EpochNanos.of(time)));
    }

    /** Returns the slot of the next writer, 0 to {@code slots - 1}. */
    public int nextMarkSlot(int slots) throws SQLException {
        int slot = read(NEXT_MARK_SLOT).map(Integer::parseInt).orElse(0);
        write(NEXT_MARK_SLOT, Integer.toString((slot + 1) % slots));
        return slot;
    }

    /** Returns the mark of the last transaction that appended no event, of the slot's writer. */
    public Optional<String> commitMark(int slot) throws SQLException {
        return read(COMMIT_MARK + slot);
    }

    /** Stores the mark of this transaction. */
    public void commitMark(int slot, String value) throws SQLException {
        write(COMMIT_MARK + slot, value);
    }

    /** Returns the account that the orders belong to, in words; empty if to none yet. */
    public Optional<String> boundTo() throws SQLException {
        return read(BOUND_TO);
    }

    /** Binds the orders to an account. */
    public void boundTo(String owner) throws SQLException {
        write(BOUND_TO, owner);
    }

    /** Returns the store of which this is an unfinished copy; empty if it is complete. */
    public Optional<String> unfinishedCopyOf() throws SQLException {
        return read(UNFINISHED_COPY_OF).filter(source -> !source.isEmpty());
    }

    /** Marks the database as an unfinished copy of a store; as complete if that is empty. */
    public void unfinishedCopyOf(String source) throws SQLException {
        write(UNFINISHED_COPY_OF, source);
    }

    private Optional<String> read(String name) throws SQLException {
        PreparedStatement statement = session.kept(READ);
        new Parameters(statement).text(name);
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, row -> new Columns(row).text()).stream().findFirst();
        }
    }

    private void write(String name, String value) throws SQLException {
        PreparedStatement statement = session.kept(WRITE);
        new Parameters(statement).text(name).text(value);
        statement.executeUpdate();
    }
}
