package dev.lockstep.app.prove.disk.journal;

import java.nio.ByteBuffer;

/** One recorded operation on a file; the folder itself has the empty name. */
public sealed interface DiskOp {
    /** Returns the name of the file within the folder. */
    String file();

    /** A file was created, empty. */
    record Created(String file) implements DiskOp {}

    /**
     * Bytes were written.
     *
     * @param bytes the bytes; read by absolute positions only
     */
    record Written(String file, long offset, ByteBuffer bytes) implements DiskOp {}

    /** The file got this length. */
    record Truncated(String file, long length) implements DiskOp {}

    /** The file was removed. */
    record Removed(String file) implements DiskOp {}

    /** A sync began; it covers the earlier changes of the file. */
    record SyncBegan(String file, long number) implements DiskOp {}

    /** The sync of this number returned successfully. */
    record SyncEnded(String file, long number) implements DiskOp {}

    /** The sync of this number failed. */
    record SyncFailed(String file, long number) implements DiskOp {}
}
