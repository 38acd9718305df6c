package dev.lockstep.persistence.sql.copy;

import dev.lockstep.persistence.sql.OrderStore;
import java.nio.file.Path;

/** The kind of file that a database on a server is copied into. */
@FunctionalInterface
public interface BackupFormat {
    /** Creates a store in a new file. */
    OrderStore create(Path file);
}
