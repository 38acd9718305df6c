package dev.lockstep.app.wiring;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.persistence.sql.OrderStore;
import java.util.Optional;

/** Refuses the use of a store that {@code store copy} has not completed. */
final class UnfinishedCopy {
    private UnfinishedCopy() {}

    /** Closes the store and ends the command if it is an unfinished copy. */
    static void refuse(OrderStore store) {
        Optional<String> original;
        try {
            original = store.unfinishedCopyOf();
        } catch (RuntimeException failed) {
            store.close();
            throw failed;
        }
        if (original.isPresent()) {
            store.close();
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "this store is an unfinished copy of "
                            + original.get()
                            + ": repeat 'store copy', or name another store with --store");
        }
    }
}
