package dev.lockstep.domain.port.maintenance;

import dev.lockstep.domain.port.store.RepositoryException;
import java.util.LinkedHashMap;
import java.util.List;

/** Inspection of the store. Thread-safe. */
public interface StoreInspection {
    /** A store that is sound and of which nothing more is to be watched. */
    StoreInspection UNWATCHED =
            new StoreInspection() {
                @Override
                public StoreStatus inspect() {
                    return new StoreStatus("", new LinkedHashMap<>(), 0, 0, List.of());
                }

                @Override
                public Finding integrity() {
                    return new Finding(Finding.Severity.OK, "nothing to check", "");
                }

                @Override
                public StoreHealth health() {
                    return new StoreHealth.Sound();
                }
            };

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

    /** Returns whether the store takes new orders, as far as it knows; costs nothing. */
    StoreHealth health();

    /**
     * Returns the size of the journal when it was last measured; costs nothing while it is in
     * bounds.
     */
    default JournalSize journal() {
        return JournalSize.NONE;
    }
}
