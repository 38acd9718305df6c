package dev.lockstep.persistence.sql.fault;

import dev.lockstep.domain.port.store.RepositoryException;

/**
 * Disk space kept free for halts, cancel requests and broker answers on a full disk. New orders are
 * accepted, in every process, only while it is complete. Thread-safe.
 */
public interface Reserve {
    /** No reserve, for a database whose disk is not ours. */
    Reserve NONE =
            new Reserve() {
                @Override
                public boolean whole() {
                    return true;
                }

                @Override
                public void fill() {}

                @Override
                public boolean release() {
                    return false;
                }
            };

    /** Returns whether the reserve is complete. */
    boolean whole();

    /**
     * Allocates the reserve, or releases it if there is too little space.
     *
     * @throws RepositoryException with reason {@link RepositoryException.Reason#DISK_FULL}
     */
    void fill();

    /** Releases the reserve; returns whether any space was released. */
    boolean release();
}
