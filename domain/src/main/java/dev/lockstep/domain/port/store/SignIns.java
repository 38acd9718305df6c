package dev.lockstep.domain.port.store;

import dev.lockstep.domain.access.SignIn;
import java.time.Instant;
import java.util.List;

/**
 * The sign-ins to the screen, which stay for the audit.
 *
 * <p>Implementations are thread-safe. Every method throws {@link RepositoryException} if the store
 * fails.
 */
public interface SignIns {
    /** Stores one. */
    void add(SignIn signIn);

    /**
     * Returns the newest sign-ins before a time, newest first; a page never splits those of one
     * instant.
     *
     * @param limit the maximum number, not counting others of the last instant; at least 1
     */
    List<SignIn> before(Instant time, int limit);
}
