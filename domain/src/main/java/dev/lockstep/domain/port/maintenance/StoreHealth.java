package dev.lockstep.domain.port.maintenance;

import dev.lockstep.domain.port.store.RepositoryException;
import java.time.Instant;

/**
 * Whether a store accepts new orders.
 *
 * <p>A store whose disk or file fails refuses new intents at once, with reason {@link
 * RepositoryException.Reason#HALTED}: an order must not be sent if its outcome could not be stored.
 * Reads and changes of known orders are still tried. It accepts new orders again when a trial write
 * works.
 */
public sealed interface StoreHealth {
    /** It takes new orders. */
    record Sound() implements StoreHealth {}

    /**
     * It refuses new orders.
     *
     * @param reason what kind of fault it met
     * @param text what happened and what to do about it
     * @param since when it met it
     */
    record Halted(RepositoryException.Reason reason, String text, Instant since)
            implements StoreHealth {}
}
