package dev.lockstep.domain.port.maintenance;

import dev.lockstep.domain.port.store.RepositoryException;
import java.nio.file.Path;
import java.util.Optional;

/** Copies the store while it is in use. */
public interface StoreBackup {
    /**
     * Writes a consistent copy, checks it, and only then gives it its name; writers are not
     * blocked.
     *
     * @param target the file; must not exist, but its folder must
     * @throws RepositoryException if the copy cannot be made; then there is no file
     */
    Copy backUp(Path target);

    /**
     * Returns the same where there may be a file already: the checked copy takes its place in one
     * step, and if the copy cannot be made the file stays as it is.
     *
     * @param target the file to make or to replace; its folder must exist
     * @throws RepositoryException if the copy cannot be made
     */
    Copy replace(Path target);

    /**
     * Returns the backups that the database server's own program makes, in its own format; empty if
     * the store is a file.
     */
    default Optional<StoreBackup> byServerProgram() {
        return Optional.empty();
    }

    /**
     * A copy that was checked and is durable.
     *
     * @param file where it is
     * @param bytes how large it is
     * @param orders how many orders are in it
     */
    record Copy(Path file, long bytes, long orders) {}
}
