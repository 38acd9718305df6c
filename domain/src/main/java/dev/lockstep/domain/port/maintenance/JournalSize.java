package dev.lockstep.domain.port.maintenance;

/**
 * The size of a store's journal against its bound.
 *
 * @param bytes how large it is
 * @param bound how large it may be
 * @param cause what keeps it from shrinking and what to do about it; empty while it is within its
 *     bound
 */
public record JournalSize(long bytes, long bound, String cause) {
    /** The journal of a store that has none. */
    public static final JournalSize NONE = new JournalSize(0, 0, "");

    private static final int BYTES_A_MEGABYTE = 1 << 20;

    /** Returns whether it has grown beyond its bound. */
    public boolean exceeded() {
        return bytes > bound;
    }

    /** Returns its bound in megabytes, at least 1. */
    public long boundMegabytes() {
        return Math.max(1, bound / BYTES_A_MEGABYTE);
    }

    /** Returns its size in megabytes, rounded up. */
    public long megabytes() {
        return Math.ceilDiv(bytes, BYTES_A_MEGABYTE);
    }
}
