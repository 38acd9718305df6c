package dev.lockstep.app.prove.disk.library;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The memory that a process shares with the library preloaded into one: which calls fail, and where
 * the process stops. The layout is {@code struct control} of the library. Thread-safe as far as one
 * thread at a time sets a fault.
 */
public final class DiskControl {
    private static final int BYTES = 64;
    private static final int ALL_CALLS = -1;

    private static final int FAULT = 0;
    private static final int SKIP = 4;
    private static final int LEFT = 8;
    private static final int FIRED = 12;
    private static final int ROOM = 16;
    private static final int POINT = 24;
    private static final int PASSES = 28;
    private static final int SIGNAL = 32;
    private static final int HIT = 36;
    private static final int POSTED = 40;

    private final MappedByteBuffer memory;

    private DiskControl(MappedByteBuffer memory) {
        this.memory = memory;
    }

    /** Opens the memory of this file; it is made if absent. */
    public static DiskControl of(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES);
            memory.order(ByteOrder.nativeOrder());
            return new DiskControl(memory);
        }
    }

    /**
     * Begins a fault.
     *
     * @param skip how many calls of the kind still succeed
     * @param room how many bytes still fit on a full disk
     */
    public void begin(DiskFault fault, int skip, long room) {
        memory.putInt(SKIP, skip);
        memory.putInt(LEFT, ALL_CALLS);
        memory.putLong(ROOM, room);
        memory.putInt(FIRED, 0);
        memory.putInt(FAULT, fault.code());
    }

    /** Ends the fault. */
    public void end() {
        memory.putInt(FAULT, 0);
    }

    /** Returns how many calls have failed. */
    public int fired() {
        return memory.getInt(FIRED);
    }

    /**
     * Lets the process send itself a signal.
     *
     * @param passes how many times it passes the point first
     */
    public void stopAt(StopPoint point, int passes, StopSignal signal) {
        memory.putInt(POINT, 0);
        memory.putInt(PASSES, passes);
        memory.putInt(POSTED, 0);
        memory.putInt(SIGNAL, signal.number());
        memory.putInt(HIT, 0);
        memory.putInt(POINT, point.code());
    }

    /** Lets the process pass all points. */
    public void passAll() {
        memory.putInt(POINT, 0);
        memory.putInt(HIT, 0);
    }

    /** Returns whether the process has reached its point. */
    public boolean stopped() {
        return memory.getInt(HIT) != 0;
    }
}
