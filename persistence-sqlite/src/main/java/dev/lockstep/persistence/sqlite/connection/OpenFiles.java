package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of one database as the connections of this process have them open. Once one of them is
 * deleted or replaced nothing more is committed and no further connection is opened: SQLite would
 * go on with the files that nobody finds again, or mix them with the new ones.
 *
 * <p>Safe for use by several threads.
 */
final class OpenFiles {
    private final Path file;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private volatile @Nullable FileKeys first;

    OpenFiles(Path file) {
        this.file = file;
    }

    /** A connection is open. */
    Held opened() {
        if (first == null) {
            first = FileKeys.of(List.of(file));
        }
        Held opened = new Held(FileKeys.of(List.of(file, beside("-wal"), beside("-shm"))));
        held.add(opened);
        return opened;
    }

    /**
     * Refuses to go on with other files than those that are open.
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
                            + ": was deleted or replaced while it was open, and nothing is stored"
                            + " any more. Move the database back together with its -wal, or stop"
                            + " every process on it and start again");
        }
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** The files of one connection. */
    final class Held {
        private final FileKeys keys;

        private Held(FileKeys keys) {
            this.keys = keys;
        }

        /** Refuses to go on with other files. */
        void require() {
            OpenFiles.require(keys);
        }

        /** The connection is closed. */
        void closed() {
            held.remove(this);
        }
    }
}
