package dev.lockstep.app.prove.disk.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Replays recorded operations and separates synced from unsynced writes.
 *
 * <p>A sync of a file makes its existence and all writes before the start of the sync durable. A
 * sync of the folder makes the list of files durable. An unsynced write may or may not survive a
 * crash. Not thread-safe.
 */
public final class CrashWalk {
    private static final String FOLDER = "";

    /** Log files are not part of a state; they list the actions before the crash. */
    private static final String LOG = ".log";

    private static final int SECTOR_BYTES = 512;
    private static final int ONE_IN_TORN = 8;

    private final List<DiskOp> ops;
    private final boolean failedSyncsLose;
    private final DiskImage synced = new DiskImage();
    private final Map<Long, Integer> syncs = new HashMap<>();
    private List<Pending> pending = new ArrayList<>();
    private int at;

    /**
     * Begins with an empty folder.
     *
     * @param failedSyncsLose whether a failed sync loses what it should have kept, as in a system
     *     that drops its cached pages; else a later sync keeps it
     */
    public CrashWalk(List<DiskOp> ops, boolean failedSyncsLose) {
        this.ops = ops;
        this.failedSyncsLose = failedSyncsLose;
    }

    private record Pending(int index, DiskOp op) {}

    /** Goes on to a crash before the operation of this number. */
    public void to(int crash) {
        for (; at < crash; at++) {
            step(ops.get(at));
        }
    }

    /** Returns how many operations are not synced. */
    public int unsynced() {
        return pending.size();
    }

    /** Returns how many of those were begun before the operation of this number. */
    public int unsyncedBefore(int number) {
        return (int) pending.stream().filter(each -> each.index() < number).count();
    }

    /** Returns the files as a state has them. */
    public DiskImage image(CrashState state) {
        DiskImage image = synced.copy();
        switch (state.kind()) {
            case PREFIX -> first(image, state.number());
            case TORN -> {
                first(image, state.number());
                if (state.number() < pending.size()) {
                    DiskOp next = pending.get(state.number()).op();
                    image.apply(next, part(next, new SplittableRandom(state.number())));
                }
            }
            case SUBSET -> subset(image, new SplittableRandom(state.number()));
        }
        return image;
    }

    private void first(DiskImage image, int count) {
        pending.stream().limit(count).forEach(each -> image.apply(each.op()));
    }

    /** A file that is removed and made again needs its removal. */
    private void subset(DiskImage image, SplittableRandom random) {
        Set<String> notRemoved = new HashSet<>();
        for (Pending each : pending) {
            DiskOp op = each.op();
            boolean there = random.nextBoolean();
            if (!there && op instanceof DiskOp.Removed) {
                notRemoved.add(op.file());
            }
            if (there && !notRemoved.contains(op.file())) {
                boolean torn = random.nextInt(ONE_IN_TORN) == 0;
                image.apply(op, torn ? part(op, random) : Integer.MAX_VALUE);
            }
        }
    }

    /** Returns how much of a write is there: whole sectors, or half of a short one. */
    private static int part(DiskOp op, SplittableRandom random) {
        if (!(op instanceof DiskOp.Written written)) {
            return 0;
        }
        int bytes = written.bytes().limit();
        return bytes <= SECTOR_BYTES
                ? bytes / 2
                : SECTOR_BYTES * random.nextInt(1, (bytes - 1) / SECTOR_BYTES + 1);
    }

    private void step(DiskOp op) {
        switch (op) {
            case DiskOp.Created _, DiskOp.Written _, DiskOp.Truncated _, DiskOp.Removed _ -> {
                if (!op.file().endsWith(LOG)) {
                    pending.add(new Pending(at, op));
                }
            }
            case DiskOp.SyncBegan began -> syncs.put(began.number(), at);
            case DiskOp.SyncEnded ended -> keep(ended.file(), began(ended.number()));
            case DiskOp.SyncFailed failed -> {
                if (failedSyncsLose) {
                    lose(failed.file(), began(failed.number()));
                }
            }
        }
    }

    private int began(long number) {
        Integer index = syncs.remove(number);
        if (index == null) {
            throw new IllegalStateException("a sync without a beginning: " + number);
        }
        return index;
    }

    private void keep(String file, int before) {
        List<Pending> rest = new ArrayList<>();
        for (Pending each : pending) {
            if (each.index() < before && keeps(file, each.op())) {
                if (each.op() instanceof DiskOp.Removed) {
                    rest.removeIf(earlier -> earlier.op().file().equals(each.op().file()));
                }
                synced.apply(each.op());
            } else {
                rest.add(each);
            }
        }
        pending = rest;
    }

    private static boolean keeps(String synced, DiskOp op) {
        boolean entry = op instanceof DiskOp.Created || op instanceof DiskOp.Removed;
        return synced.equals(FOLDER) ? entry : op.file().equals(synced);
    }

    private void lose(String file, int before) {
        for (Iterator<Pending> all = pending.iterator(); all.hasNext(); ) {
            Pending each = all.next();
            boolean content =
                    each.op() instanceof DiskOp.Written || each.op() instanceof DiskOp.Truncated;
            if (each.index() < before && content && each.op().file().equals(file)) {
                all.remove();
            }
        }
    }
}
