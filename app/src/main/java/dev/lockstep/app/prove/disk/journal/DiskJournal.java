package dev.lockstep.app.prove.disk.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads the journal that the preloaded library has written. */
public final class DiskJournal {
    private static final int HEAD_BYTES = 24;
    private static final int CREATED = 1;
    private static final int WRITTEN = 2;
    private static final int TRUNCATED = 3;
    private static final int REMOVED = 4;
    private static final int SYNC_BEGAN = 5;
    private static final int SYNC_ENDED = 6;
    private static final int SYNC_FAILED = 7;

    private DiskJournal() {}

    /** Returns all operations; the last one is left out if it is incomplete. */
    public static List<DiskOp> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer all =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                            .order(ByteOrder.nativeOrder());
            List<DiskOp> ops = new ArrayList<>();
            while (all.remaining() >= HEAD_BYTES) {
                int at = all.position();
                int nameBytes = all.getInt(at + Integer.BYTES);
                long length = all.getLong(at + Long.BYTES + Long.BYTES);
                boolean written = all.getInt(at) == WRITTEN;
                long end = (long) at + HEAD_BYTES + nameBytes + (written ? length : 0);
                if (end > all.limit()) {
                    break;
                }
                ops.add(op(all, at, nameBytes, Math.toIntExact(length)));
                all.position(Math.toIntExact(end));
            }
            return ops;
        }
    }

    private static DiskOp op(ByteBuffer all, int at, int nameBytes, int length) {
        byte[] name = new byte[nameBytes];
        all.get(at + HEAD_BYTES, name);
        String file = new String(name, StandardCharsets.UTF_8);
        long number = all.getLong(at + Long.BYTES);
        return switch (all.getInt(at)) {
            case CREATED -> new DiskOp.Created(file);
            case WRITTEN ->
                    new DiskOp.Written(
                            file, number, all.slice(at + HEAD_BYTES + nameBytes, length));
            case TRUNCATED -> new DiskOp.Truncated(file, number);
            case REMOVED -> new DiskOp.Removed(file);
            case SYNC_BEGAN -> new DiskOp.SyncBegan(file, number);
            case SYNC_ENDED -> new DiskOp.SyncEnded(file, number);
            case SYNC_FAILED -> new DiskOp.SyncFailed(file, number);
            default -> throw new IllegalStateException("no journal of this library: " + file);
        };
    }
}
