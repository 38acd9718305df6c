package dev.lockstep.simulator.ledger;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Thrown when another simulator uses the state directory. */
public final class LedgerLockedException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    LedgerLockedException(Path dir) {
        super("state directory " + dir + " is in use by another simulator");
    }
}
