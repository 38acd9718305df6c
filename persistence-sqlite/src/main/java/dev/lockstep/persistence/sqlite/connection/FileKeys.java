package dev.lockstep.persistence.sqlite.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identities (device and inode) of files by name. A deleted or replaced file has no or another
 * identity, although processes that have it open can still write to it.
 *
 * @param keys the identity of each existing file by name
 */
record FileKeys(Map<Path, Object> keys) {
    FileKeys {
        keys = Map.copyOf(keys);
    }

    /** Returns the identities of the existing files; empty on systems without inodes. */
    static FileKeys of(List<Path> files) {
        Map<Path, Object> keys = new LinkedHashMap<>();
        for (Path file : files) {
            Object key = key(file);
            if (key != null) {
                keys.put(file, key);
            }
        }
        return new FileKeys(keys);
    }

    /** Returns a file that was deleted or replaced since. */
    Optional<Path> changed() {
        return keys.entrySet().stream()
                .filter(known -> !Objects.equals(known.getValue(), key(known.getKey())))
                .map(Map.Entry::getKey)
                .min(Path::compareTo);
    }

    private static @Nullable Object key(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException _) {
            return null;
        }
    }
}
