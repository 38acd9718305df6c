package dev.lockstep.domain.port.legacy;

import dev.lockstep.domain.legacy.LegacyAccount;
import dev.lockstep.domain.legacy.LegacyContents;
import dev.lockstep.domain.legacy.LegacyRow;
import dev.lockstep.domain.port.store.RepositoryException;
import java.util.List;

/**
 * The book of another platform as of one moment, open for reading; nothing of it is ever changed.
 *
 * <p>For one thread at a time. Every method throws {@link RepositoryException} when the book cannot
 * be read on.
 */
public interface LegacyBook extends AutoCloseable {
    /** The most rows in one page. */
    int MAX_PAGE_ROWS = 1_000;

    /** What it holds. */
    LegacyContents contents();

    /**
     * One page of the orders of an account, by ascending id.
     *
     * @param account whose orders
     * @param after the last id of the page before, {@link Long#MIN_VALUE} for the first page
     * @param limit the most rows, 1 to {@value #MAX_PAGE_ROWS}
     */
    List<LegacyRow> page(LegacyAccount account, long after, int limit);

    /** Ends reading. */
    @Override
    void close();
}
