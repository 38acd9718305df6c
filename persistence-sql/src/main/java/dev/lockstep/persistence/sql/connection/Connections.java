package dev.lockstep.persistence.sql.connection;

import java.sql.SQLException;

/** Opens connections to one database. Thread-safe. */
public interface Connections {
    /** Opens a connection for writing, which the caller closes. */
    Session openWriter() throws SQLException;

    /** Opens a read-only connection, which the caller closes. */
    Session openReader() throws SQLException;

    /** Returns the restrictions in force that are not in the database. */
    UnstoredRestrictions unstored();

    /** Returns the classification of this database's failures. */
    Failures failures();
}
