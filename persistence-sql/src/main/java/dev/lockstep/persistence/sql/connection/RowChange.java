package dev.lockstep.persistence.sql.connection;

import java.util.List;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;

/**
 * A constant statement that inserts a row, or updates one by its key, of which a database may make
 * one that does the same for several rows. Equal to itself only.
 */
public final class RowChange {
    private final Query one;
    private final Table<?> table;
    private final List<Field<?>> columns;
    private final List<Field<?>> keys;

    /**
     * Creates a change.
     *
     * @param one the statement for one row; its parameters are the columns, then the keys
     * @param columns the columns that it writes
     * @param keys the columns by which it finds the row, first the one that no two rows of the
     *     table have in common; empty for an insert
     */
    public RowChange(
            Query one,
            Table<?> table,
            List<? extends Field<?>> columns,
            List<? extends Field<?>> keys) {
        this.one = one;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.keys = List.copyOf(keys);
    }

    /** Returns the statement for one row. */
    Query one() {
        return one;
    }

    /** Returns the table. */
    public Table<?> table() {
        return table;
    }

    /** Returns the written columns. */
    public List<Field<?>> columns() {
        return columns;
    }

    /** Returns the columns by which the row is found; empty for an insert. */
    public List<Field<?>> keys() {
        return keys;
    }

    /** Returns whether it inserts a row. */
    public boolean inserts() {
        return keys.isEmpty();
    }

    /** Returns the number of its parameters. */
    int parameters() {
        return columns.size() + keys.size();
    }
}
