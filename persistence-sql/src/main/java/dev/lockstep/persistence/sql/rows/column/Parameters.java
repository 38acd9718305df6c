package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.audit.EventText;
import dev.lockstep.domain.value.Text;
import dev.lockstep.persistence.sql.connection.Binding;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sequential binder of a statement's parameters. Can add the first parameters to an event's hashed
 * text, so that the hashed and stored values are the same.
 */
public final class Parameters {
    private final Binding row;
    private final List<String> names;
    private final @Nullable EventText hashed;
    private int bound;

    public Parameters(PreparedStatement statement) {
        this(Binding.of(statement));
    }

    /** Creates a binder of a row's values. */
    public Parameters(Binding row) {
        this(row, List.of(), null);
    }

    /**
     * Creates a binder that adds the first parameters to {@code hashed} under the given column
     * names.
     */
    public Parameters(Binding row, List<String> names, @Nullable EventText hashed) {
        this.row = row;
        this.names = names;
        this.hashed = hashed;
    }

    /** Binds a text as every database can store it. */
    public Parameters text(String given) throws SQLException {
        String value = Text.storable(given);
        addToHash(value);
        row.text(++bound, value);
        return this;
    }

    /** Binds the value's canonical text, or NULL. */
    public Parameters textOrNull(@Nullable Object value) throws SQLException {
        if (value == null) {
            row.noText(++bound);
            return this;
        }
        return text(value.toString());
    }

    public Parameters number(long value) throws SQLException {
        if (hashed != null && bound < names.size()) {
            addToHash(Long.toString(value));
        }
        row.number(++bound, value);
        return this;
    }

    public Parameters numberOrNull(@Nullable Long value) throws SQLException {
        if (value == null) {
            row.noNumber(++bound);
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
            row.noNumber(++bound);
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
