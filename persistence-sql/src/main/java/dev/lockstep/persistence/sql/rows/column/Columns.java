package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.value.InvalidValueException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sequential reader of a row's columns. */
public final class Columns {
    private final ResultSet row;
    private int read;

    public Columns(ResultSet row) {
        this.row = row;
    }

    public String text() throws SQLException {
        String value = row.getString(++read);
        if (value == null) {
            throw new IllegalArgumentException("column " + read + " is NULL");
        }
        return value;
    }

    public <T> T value(Function<String, T> reader) throws SQLException {
        return reader.apply(text());
    }

    public <T> @Nullable T valueOrNull(Function<String, T> reader) throws SQLException {
        String value = row.getString(++read);
        return value == null ? null : reader.apply(value);
    }

    /** Reads an enum constant by name. */
    public <E extends Enum<E>> E enumValue(Class<E> type) throws SQLException {
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

    public long number() throws SQLException {
        return row.getLong(++read);
    }

    public boolean flag() throws SQLException {
        return number() == 1;
    }

    public Instant time() throws SQLException {
        return EpochNanos.time(number());
    }

    public @Nullable Instant timeOrNull() throws SQLException {
        long nanos = number();
        return row.wasNull() ? null : EpochNanos.time(nanos);
    }

    /** Returns a value that the schema guarantees to be present. */
    public static <T> T required(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(column + " is NULL");
        }
        return value;
    }
}
