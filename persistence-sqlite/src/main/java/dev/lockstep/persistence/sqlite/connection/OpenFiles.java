package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files that this process's connections have open. If one is deleted or replaced, no further commit
 * or connection is allowed: SQLite would keep writing to unlinked files, or mix old and new files.
 *
 * <p>Thread-safe.
 */
final class OpenFiles {
    private final Path file;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private volatile @Nullable FileKeys first;

    OpenFiles(Path file) {
        this.file = file;
    }

    /** Registers an open connection. */
    Held opened() {
        if (first == null) {
            first = FileKeys.of(List.of(file));
        }
        Held opened = new Held(FileKeys.of(List.of(file, beside("-wal"), beside("-shm"))));
        held.add(opened);
        return opened;
    }

    /**
     * Checks that the open files have not been deleted or replaced.
     *
     * @throws RepositoryException with reason {@link Reason#REPLACED}
     */
    void require() {
        FileKeys known = first;
        if (known != null) {
            require(known);
        }
        held.forEach(Held::require);
    }

    private static void require(FileKeys keys) {
        Optional<Path> changed = keys.changed();
        if (changed.isPresent()) {
            throw new RepositoryException(
                    Reason.REPLACED,
                    changed.get()
                            + ": was deleted or replaced while it was open; nothing is stored"
                            + " any longer. Move the database back together with its -wal, or stop"
                            + " every process that uses it and start again");
        }
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** The open files of a connection. */
    final class Held {
        private final FileKeys keys;

        private Held(FileKeys keys) {
            this.keys = keys;
        }

        /** Checks that the files have not been deleted or replaced. */
        void require() {
            OpenFiles.require(keys);
        }

        /** Unregisters the closed connection. */
        void closed() {
            held.remove(this);
        }
    }
}
