package dev.lockstep.persistence.sql.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of one kind of change, which are sent as one array of texts for each parameter. */
final class RowArrays {
    /** Maximum number of characters sent at once, unless a single row has more. */
    private static final int MAX_CHARS = 4_000_000;

    private final RowChange change;
    private final Map<String, Pending> rows = new LinkedHashMap<>();
    private long chars;

    RowArrays(RowChange change) {
        this.change = change;
    }

    /** Returns a row of this kind with its values. */
    Row bound(Session.Values values) throws SQLException {
        Row row = new Row(change.parameters());
        values.bind(row);
        return row;
    }

    /** Returns whether there is one with the same key. */
    boolean has(Row row) {
        return rows.containsKey(key(row));
    }

    /** Returns whether no more should be added. */
    boolean full() {
        return chars >= MAX_CHARS;
    }

    void add(Row row, Supplier<RepositoryException> ifNone) {
        rows.put(key(row), new Pending(row, ifNone));
        chars += row.chars;
    }

    /** A row that is inserted has no key before it is stored. */
    private String key(Row row) {
        return change.inserts()
                ? Integer.toString(rows.size())
                : String.valueOf(row.values[change.columns().size()]);
    }

    /** Sends the rows by a statement of several rows; it returns the keys of updated rows. */
    void send(PreparedStatement statement) throws SQLException {
        for (int parameter = 0; parameter < change.parameters(); parameter++) {
            statement.setArray(
                    parameter + 1, statement.getConnection().createArrayOf("text", of(parameter)));
        }
        if (change.inserts()) {
            if (statement.executeUpdate() != rows.size()) {
                throw rows.values().iterator().next().ifNone().get();
            }
            return;
        }
        requireChanged(statement);
    }

    private void requireChanged(PreparedStatement statement) throws SQLException {
        Set<String> changed = new HashSet<>();
        try (ResultSet keys = statement.executeQuery()) {
            while (keys.next()) {
                changed.add(keys.getString(1));
            }
        }
        for (Map.Entry<String, Pending> row : rows.entrySet()) {
            if (!changed.contains(row.getKey())) {
                throw row.getValue().ifNone().get();
            }
        }
    }

    private @Nullable String[] of(int parameter) {
        @Nullable String[] values = new @Nullable String[rows.size()];
        int next = 0;
        for (Pending pending : rows.values()) {
            values[next++] = pending.row().values[parameter];
        }
        return values;
    }

    /** The values of a row. */
    static final class Row implements Binding {
        private final @Nullable String[] values;
        private long chars;

        private Row(int parameters) {
            this.values = new @Nullable String[parameters];
        }

        @Override
        public void text(int parameter, CharSequence value) {
            values[parameter - 1] = value.toString();
            chars += value.length();
        }

        @Override
        public void number(int parameter, long value) {
            values[parameter - 1] = Long.toString(value);
        }

        @Override
        public void noText(int parameter) {
            values[parameter - 1] = null;
        }

        @Override
        public void noNumber(int parameter) {
            values[parameter - 1] = null;
        }
    }

    private record Pending(Row row, Supplier<RepositoryException> ifNone) {}
}
