package dev.lockstep.domain.port;

import dev.lockstep.domain.port.store.RepositoryException;

/**
 * Restricts trading to orders that reduce risk, in every process, for as long as a source requests
 * it.
 *
 * <p>Each source has its own restriction: the release of one does not end another's. Repeated calls
 * have no effect. Thread-safe; every method throws {@link RepositoryException} if the store fails.
 */
public interface TradingRestrictor {
    /**
     * Restricts trading to orders that reduce risk.
     *
     * @param source the source, such as {@code sync}: lower-case letters, digits and dashes
     * @param why the reason
     */
    void apply(String source, String why);

    /**
     * Ends the restriction of a source.
     *
     * @param why the reason
     */
    void release(String source, String why);
}
