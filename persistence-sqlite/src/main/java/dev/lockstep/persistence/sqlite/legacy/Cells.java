package dev.lockstep.persistence.sqlite.legacy;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row as it is stored: each column's value under its name, whatever its type. A column that is
 * not there holds nothing, as does the JSON text {@code null}.
 */
final class Cells {
    /** How the columns begin that are no part of the row. */
    static final String OWN_PREFIX = "lockstep_";

    private static final String JSON_NULL = "null";

    private final SequencedMap<String, Object> values;

    Cells(SequencedMap<String, Object> values) {
        this.values = values;
    }

    static Cells of(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            Object value = row.getObject(column);
            if (value != null && !value.equals(JSON_NULL)) {
                values.put(columns.getColumnName(column), value);
            }
        }
        return new Cells(values);
    }

    /** The value, null where there is none. */
    @Nullable Object value(String column) {
        return values.get(column);
    }

    /** The value as text without blanks around it, null where there is none. */
    @Nullable String text(String column) {
        Object value = values.get(column);
        String text = value == null ? "" : shown(value).strip();
        return text.isEmpty() ? null : text;
    }

    boolean has(String column) {
        return text(column) != null;
    }

    /** The row for a person and for the history, a line for each value. */
    String lines() {
        return values.entrySet().stream()
                .filter(cell -> !cell.getKey().startsWith(OWN_PREFIX))
                .map(cell -> cell.getKey() + ": " + shown(cell.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
    }
}
