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
 * Which files there are under some names, by device and inode: a file that is deleted or replaced
 * has another key or none, while whoever has it open goes on writing into what nobody finds again.
 *
 * @param keys the key of each file that there was, by its name
 */
record FileKeys(Map<Path, Object> keys) {
    FileKeys {
        keys = Map.copyOf(keys);
    }

    /** The files that are there now; systems without inodes have none. */
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

    /** A file that is not there any more, or is another one now. */
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
