package dev.lockstep.persistence.sqlite.rows;

import dev.lockstep.domain.value.InvalidValueException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sequential reader of a row's columns. */
final class Columns {
    private final ResultSet row;
    private int read;

    Columns(ResultSet row) {
        this.row = row;
    }

    String text() throws SQLException {
        String value = row.getString(++read);
        if (value == null) {
            throw new IllegalArgumentException("column " + read + " is NULL");
        }
        return value;
    }

    <T> T value(Function<String, T> reader) throws SQLException {
        return reader.apply(text());
    }

    <T> @Nullable T valueOrNull(Function<String, T> reader) throws SQLException {
        String value = row.getString(++read);
        return value == null ? null : reader.apply(value);
    }

    /** Reads an enum constant by name. */
    <E extends Enum<E>> E enumValue(Class<E> type) throws SQLException {
        String text = text();
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException _) {
            throw new InvalidValueException(
                    row.getMetaData().getColumnName(read),
                    text,
                    EnumSet.allOf(type).stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    long number() throws SQLException {
        return row.getLong(++read);
    }

    boolean flag() throws SQLException {
        return number() == 1;
    }

    Instant time() throws SQLException {
        return EpochNanos.time(number());
    }

    @Nullable Instant timeOrNull() throws SQLException {
        long nanos = number();
        return row.wasNull() ? null : EpochNanos.time(nanos);
    }

    /** Returns a value that the schema guarantees to be present. */
    static <T> T required(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(column + " is NULL");
        }
        return value;
    }
}
