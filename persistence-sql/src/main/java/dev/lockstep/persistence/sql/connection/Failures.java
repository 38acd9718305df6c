package dev.lockstep.persistence.sql.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import java.sql.SQLException;

/** Classifies the failures of one kind of database by its codes, never by message texts. */
public interface Failures {
    /** Returns whether another connection holds a lock, so that the unit may be run again. */
    boolean busy(Throwable failure);

    /**
     * Returns whether a commit that failed this way may still be stored, so that it must be looked
     * up.
     */
    boolean mayBeStored(SQLException failure);

    /**
     * Returns whether the server ended the connection, does not answer or is not the primary:
     * nothing more can be done on the connection, and a new one may work.
     */
    boolean connectionLost(Throwable failure);

    /** Returns the exception of an interrupted statement. */
    SQLException interrupted();

    /**
     * Converts a failure to a {@link RepositoryException} with reason and advice.
     *
     * @param doing what failed, such as {@code the write failed}
     */
    RepositoryException named(String doing, SQLException failure);
}
