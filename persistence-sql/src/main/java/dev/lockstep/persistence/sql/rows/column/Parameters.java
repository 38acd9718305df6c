package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.audit.EventText;
import dev.lockstep.domain.value.Text;
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
public final class Parameters {
    private final PreparedStatement statement;
    private final List<String> names;
    private final @Nullable EventText hashed;
    private int bound;

    public Parameters(PreparedStatement statement) {
        this(statement, List.of(), null);
    }

    /**
     * Creates a binder that adds the first parameters to {@code hashed} under the given column
     * names.
     */
    public Parameters(PreparedStatement statement, List<String> names, @Nullable EventText hashed) {
        this.statement = statement;
        this.names = names;
        this.hashed = hashed;
    }

    /** Binds a text as every database can store it. */
    public Parameters text(String given) throws SQLException {
        String value = Text.storable(given);
        addToHash(value);
        statement.setString(++bound, value);
        return this;
    }

    /** Binds the value's canonical text, or NULL. */
    public Parameters textOrNull(@Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(++bound, Types.VARCHAR);
            return this;
        }
        return text(value.toString());
    }

    public Parameters number(long value) throws SQLException {
        if (hashed != null && bound < names.size()) {
            addToHash(Long.toString(value));
        }
        statement.setLong(++bound, value);
        return this;
    }

    public Parameters numberOrNull(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++bound, Types.BIGINT);
            return this;
        }
        return number(value);
    }

    public Parameters flag(boolean value) throws SQLException {
        return number(value ? 1 : 0);
    }

    public Parameters time(Instant value) throws SQLException {
        return number(EpochNanos.of(value));
    }

    public Parameters timeOrNull(@Nullable Instant value) throws SQLException {
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
