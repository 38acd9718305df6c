package dev.lockstep.persistence.sql.copy;

import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Writes rows of another database, value by value as they are stored there. */
final class RowCopy {
    private static final int ROWS_PER_BATCH = 500;
    private static final int ROWS_PER_FETCH = 2_000;

    private final Session to;

    /**
     * Creates a copy of rows.
     *
     * @param to a session within a write transaction
     */
    RowCopy(Session to) {
        this.to = to;
    }

    /**
     * Copies the rows of a query.
     *
     * @param read returns all columns of the table
     * @param write inserts a row of the table
     * @return the number of rows
     */
    long copy(PreparedStatement read, Table<?> table, Query write) throws SQLException {
        read.setFetchSize(ROWS_PER_FETCH);
        PreparedStatement insert = to.kept(write);
        long rows = 0;
        try (ResultSet row = read.executeQuery()) {
            while (row.next()) {
                bind(insert, row, table.fields());
                insert.addBatch();
                rows++;
                if (rows % ROWS_PER_BATCH == 0) {
                    insert.executeBatch();
                }
            }
        }
        insert.executeBatch();
        return rows;
    }

    /** Returns the statement that inserts a row. */
    static Query inserted(Table<?> table) {
        List<Field<?>> columns = List.of(table.fields());
        return OrderSql.RENDER
                .insertInto(table)
                .columns(columns)
                .values(columns.stream().map(OrderSql::placeholder).toList());
    }

    /** Returns the statement that inserts a row, or replaces the one with the same first column. */
    static Query merged(Table<?> table) {
        List<Field<?>> columns = List.of(table.fields());
        Map<Field<?>, Field<?>> replaced = new LinkedHashMap<>();
        columns.stream().skip(1).forEach(column -> replaced.put(column, DSL.excluded(column)));
        return OrderSql.RENDER
                .insertInto(table)
                .columns(columns)
                .values(columns.stream().map(OrderSql::placeholder).toList())
                .onConflict(columns.getFirst())
                .doUpdate()
                .set(replaced);
    }

    private static void bind(PreparedStatement insert, ResultSet row, Field<?>[] columns)
            throws SQLException {
        for (int column = 1; column <= columns.length; column++) {
            if (columns[column - 1].getType() == String.class) {
                insert.setString(column, row.getString(column));
                continue;
            }
            long number = row.getLong(column);
            if (row.wasNull()) {
                insert.setNull(column, Types.BIGINT);
            } else {
                insert.setLong(column, number);
            }
        }
    }
}
