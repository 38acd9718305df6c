package dev.lockstep.imports.ba2;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row's values by column name. An absent column and the JSON text {@code null} count as no value.
 */
final class Cells {
    /** Name prefix of columns added by the import. */
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

    /** Returns the value, null if absent. */
    @Nullable Object value(String column) {
        return values.get(column);
    }

    /** Returns the value as stripped text, null if absent or blank. */
    @Nullable String text(String column) {
        Object value = values.get(column);
        String text = value == null ? "" : shown(value).strip();
        return text.isEmpty() ? null : text;
    }

    boolean has(String column) {
        return text(column) != null;
    }

    /** Returns the row as text, one line per value, for messages and the order history. */
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
