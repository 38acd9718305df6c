package dev.lockstep.persistence.sqlite.rows;

import dev.lockstep.domain.audit.EventText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sequential binder of a statement's parameters. Can add the first parameters to an event's hashed
 * text, so that the hashed and stored values are the same.
 */
final class Parameters {
    private final PreparedStatement statement;
    private final List<String> names;
    private final @Nullable EventText hashed;
    private int bound;

    Parameters(PreparedStatement statement) {
        this(statement, List.of(), null);
    }

    /**
     * Creates a binder that adds the first parameters to {@code hashed} under the given column
     * names.
     */
    Parameters(PreparedStatement statement, List<String> names, @Nullable EventText hashed) {
        this.statement = statement;
        this.names = names;
        this.hashed = hashed;
    }

    Parameters text(String value) throws SQLException {
        addToHash(value);
        statement.setString(++bound, value);
        return this;
    }

    /** Binds the value's canonical text, or NULL. */
    Parameters textOrNull(@Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(++bound, Types.VARCHAR);
            return this;
        }
        return text(value.toString());
    }

    Parameters number(long value) throws SQLException {
        if (hashed != null && bound < names.size()) {
            addToHash(Long.toString(value));
        }
        statement.setLong(++bound, value);
        return this;
    }

    Parameters numberOrNull(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++bound, Types.BIGINT);
            return this;
        }
        return number(value);
    }

    Parameters flag(boolean value) throws SQLException {
        return number(value ? 1 : 0);
    }

    Parameters time(Instant value) throws SQLException {
        return number(EpochNanos.of(value));
    }

    Parameters timeOrNull(@Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(++bound, Types.BIGINT);
            return this;
        }
        return time(value);
    }

    /** Adds a value to the hashed text; NULL values are not part of it. */
    private void addToHash(String value) {
        if (hashed != null && bound < names.size()) {
            hashed.field(names.get(bound), value);
        }
    }
}
