package dev.lockstep.persistence.sqlite.rows;

import dev.lockstep.domain.audit.EventText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds a statement's parameters one after the other; the first ones can be told to the text of an
 * event too, so that what is hashed is what is stored.
 */
final class Parameters {
    private final PreparedStatement statement;
    private final List<String> names;
    private final @Nullable EventText told;
    private int bound;

    Parameters(PreparedStatement statement) {
        this(statement, List.of(), null);
    }

    /** The first parameters are columns of these names, which are told. */
    Parameters(PreparedStatement statement, List<String> names, @Nullable EventText told) {
        this.statement = statement;
        this.names = names;
        this.told = told;
    }

    Parameters text(String value) throws SQLException {
        tell(value);
        statement.setString(++bound, value);
        return this;
    }

    /** The value's text, which is its canonical form, or NULL. */
    Parameters textOrNull(@Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(++bound, Types.VARCHAR);
            return this;
        }
        return text(value.toString());
    }

    Parameters number(long value) throws SQLException {
        if (told != null && bound < names.size()) {
            tell(Long.toString(value));
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

    /** What is NULL is not told, and so needs no call. */
    private void tell(String value) {
        if (told != null && bound < names.size()) {
            told.field(names.get(bound), value);
        }
    }
}
