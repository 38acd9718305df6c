package dev.lockstep.domain.port;

/** A look at the store itself; safe for use by several threads. */
public interface StoreInspection {
    /**
     * Reads the settings back and checks the store; may take seconds on a large one.
     *
     * @throws RepositoryException if the store cannot be read
     */
    StoreStatus inspect();

    /**
     * Checks all of the store, each row against each index; may take minutes on a large one.
     *
     * @throws RepositoryException if the store cannot be read
     */
    Finding integrity();

    /** Whether the store takes new orders, as far as it knows; costs nothing. */
    StoreHealth health();
}
