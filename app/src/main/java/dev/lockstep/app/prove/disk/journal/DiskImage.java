package dev.lockstep.app.prove.disk.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a folder, in memory. Not thread-safe. */
public final class DiskImage {
    private final Map<String, FileContent> files = new LinkedHashMap<>();

    DiskImage() {}

    DiskImage copy() {
        DiskImage copy = new DiskImage();
        files.forEach((name, content) -> copy.files.put(name, content.copy()));
        return copy;
    }

    /** Does what an operation did. */
    void apply(DiskOp op) {
        apply(op, Integer.MAX_VALUE);
    }

    /** Does what an operation did; of a write only the first bytes. */
    void apply(DiskOp op, int maxBytes) {
        switch (op) {
            case DiskOp.Created created -> content(created.file());
            case DiskOp.Written written ->
                    content(written.file())
                            .write(written, Math.min(maxBytes, written.bytes().limit()));
            case DiskOp.Truncated truncated ->
                    content(truncated.file()).truncate(truncated.length());
            case DiskOp.Removed removed -> files.remove(removed.file());
            case DiskOp.SyncBegan _, DiskOp.SyncEnded _, DiskOp.SyncFailed _ -> {
                // A sync changes no content.
            }
        }
    }

    /** Makes the files in an existing folder. */
    public void store(Path folder) throws IOException {
        for (Map.Entry<String, FileContent> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            file.getValue().store(path);
        }
    }

    private FileContent content(String file) {
        return files.computeIfAbsent(file, _ -> new FileContent());
    }
}
