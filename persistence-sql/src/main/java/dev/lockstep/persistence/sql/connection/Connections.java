package dev.lockstep.persistence.sql.connection;

import java.sql.SQLException;

/** Opens connections to one database. Thread-safe. */
public interface Connections {
    /** Opens a connection for writing, which the caller closes. */
    Session openWriter() throws SQLException;

    /** Opens a read-only connection, which the caller closes. */
    Session openReader() throws SQLException;

    /**
     * Throws if the database is known to be away, so that a read does not wait for it; does nothing
     * where only an attempt can show that.
     */
    default void requireReachable() throws SQLException {}

    /** Returns the restrictions in force that are not in the database. */
    UnstoredRestrictions unstored();

    /** Returns the classification of this database's failures. */
    Failures failures();
}
