package dev.lockstep.simulator.ledger;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Thrown when a ledger contains a complete line that is not valid. */
public final class BrokenLedgerException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    BrokenLedgerException(Path file, long offset, Throwable cause) {
        super("ledger " + file + ": unreadable line at byte " + offset, cause);
    }
}
