package dev.lockstep.persistence.sqlite.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Binds a statement's parameters one after the other. */
final class Parameters {
    private final PreparedStatement statement;
    private int bound;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters text(String value) throws SQLException {
        statement.setString(++bound, value);
        return this;
    }

    /** The value's text, which is its canonical form, or NULL. */
    Parameters textOrNull(@Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(++bound, Types.VARCHAR);
        } else {
            statement.setString(++bound, value.toString());
        }
        return this;
    }

    Parameters number(long value) throws SQLException {
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
}
