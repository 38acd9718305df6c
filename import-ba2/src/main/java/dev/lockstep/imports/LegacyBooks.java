package dev.lockstep.imports;

import dev.lockstep.domain.port.store.RepositoryException;
import java.nio.file.Path;

/** Opens the books of another platform. */
public interface LegacyBooks {
    /**
     * Opens a database; the caller closes it.
     *
     * @throws RepositoryException if the file is not of that platform, is damaged, or cannot be
     *     read; {@link RepositoryException.Reason#INCOMPATIBLE} if it is something else
     */
    LegacyBook open(Path file);
}
