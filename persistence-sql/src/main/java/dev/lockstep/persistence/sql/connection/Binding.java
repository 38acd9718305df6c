package dev.lockstep.persistence.sql.connection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Receives the values of a row; the first parameter is 1. */
public interface Binding {
    /** Binds a text. */
    void text(int parameter, CharSequence value) throws SQLException;

    /** Binds a number. */
    void number(int parameter, long value) throws SQLException;

    /** Binds NULL for a text. */
    void noText(int parameter) throws SQLException;

    /** Binds NULL for a number. */
    void noNumber(int parameter) throws SQLException;

    /** Returns the binding of a statement's parameters. */
    static Binding of(PreparedStatement statement) {
        return new Binding() {
            @Override
            public void text(int parameter, CharSequence value) throws SQLException {
                statement.setString(parameter, value.toString());
            }

            @Override
            public void number(int parameter, long value) throws SQLException {
                statement.setLong(parameter, value);
            }

            @Override
            public void noText(int parameter) throws SQLException {
                statement.setNull(parameter, Types.VARCHAR);
            }

            @Override
            public void noNumber(int parameter) throws SQLException {
                statement.setNull(parameter, Types.BIGINT);
            }
        };
    }
}
