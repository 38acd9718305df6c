package dev.lockstep.domain.port.maintenance;

import dev.lockstep.domain.port.store.RepositoryException;
import java.nio.file.Path;

/** Copies the store while it is in use. */
public interface StoreBackup {
    /**
     * Makes a copy as of one moment, checks it, and only then gives it its name; writers are not
     * held up.
     *
     * @param target the file to make; there must be none yet, and its folder must exist
     * @throws RepositoryException if the copy cannot be made; there is no file then
     */
    Copy backUp(Path target);

    /**
     * The same where there may be a file already: the checked copy takes its place in one step, and
     * if the copy cannot be made the file stays as it is.
     *
     * @param target the file to make or to replace; its folder must exist
     * @throws RepositoryException if the copy cannot be made
     */
    Copy replace(Path target);

    /**
     * A copy that was checked and is durable.
     *
     * @param file where it is
     * @param bytes how large it is
     * @param orders how many orders are in it
     */
    record Copy(Path file, long bytes, long orders) {}
}
