package dev.lockstep.imports;

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

    /** Returns its contents. */
    LegacyContents contents();

    /**
     * Returns one page of the orders of an account, by ascending id.
     *
     * @param account the account
     * @param after the last id of the previous page, {@link Long#MIN_VALUE} for the first page
     * @param limit the maximum number of rows, 1 to {@value #MAX_PAGE_ROWS}
     */
    List<LegacyRow> page(LegacyAccount account, long after, int limit);

    /** Ends reading. */
    @Override
    void close();
}
