package dev.lockstep.domain.port;

import dev.lockstep.domain.port.store.RepositoryException;

/**
 * Lets only orders that reduce risk go out, in every process, for as long as a source wants it.
 *
 * <p>Each source has its own: the release of one does not end another's. To ask twice does no harm.
 * Safe for use by several threads; every method throws {@link RepositoryException} when the store
 * fails.
 */
public interface TradingRestrictor {
    /**
     * Lets only orders that reduce risk go out.
     *
     * @param source who wants it, such as {@code sync}: lower-case letters, digits and dashes
     * @param why for what reason, for a person
     */
    void apply(String source, String why);

    /**
     * Ends what this source wanted.
     *
     * @param why for what reason, for a person
     */
    void release(String source, String why);
}
