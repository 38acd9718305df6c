package dev.lockstep.app.prove.disk.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lists the states in which a crash could have left the files.
 *
 * <p>The most states are possible at a crash immediately before a sync succeeds; a crash between
 * two syncs leaves one of the states of the later one, with fewer acknowledgements. For each crash
 * the list has these selections of the unsynced writes: none, each prefix that ends after the
 * previous crash (whole, and with its last write torn), some shorter prefixes, and some subsets.
 */
public final class CrashStates {
    private static final int SHORTER_PREFIXES = 4;
    private static final int SUBSETS = 2;
    private static final int MIN_SUBSET = 2;

    private CrashStates() {}

    /** Returns the states of recorded operations, in the order of their crashes. */
    public static List<CrashState> of(List<DiskOp> ops, boolean failedSyncsLose) {
        CrashWalk walk = new CrashWalk(ops, failedSyncsLose);
        List<CrashState> states = new ArrayList<>();
        int previous = 0;
        for (int at = 0; at <= ops.size(); at++) {
            boolean crash = at == ops.size() || ops.get(at) instanceof DiskOp.SyncEnded;
            if (crash) {
                walk.to(at);
                add(states, at, walk.unsyncedBefore(previous), walk.unsynced());
                previous = at;
            }
        }
        return states;
    }

    /** Returns up to {@code max} states, evenly spread over all. */
    public static List<CrashState> sample(List<CrashState> all, int max, int offset) {
        if (all.size() <= max) {
            return all;
        }
        long shift = Math.floorMod(offset, all.size());
        return IntStream.range(0, max)
                .map(index -> (int) ((index * (long) all.size() / max + shift) % all.size()))
                .sorted()
                .distinct()
                .mapToObj(all::get)
                .toList();
    }

    private static void add(List<CrashState> states, int at, int older, int unsynced) {
        for (int shorter = 0; shorter < Math.min(older, SHORTER_PREFIXES); shorter++) {
            states.add(
                    new CrashState(at, CrashState.Kind.PREFIX, shorter * older / SHORTER_PREFIXES));
        }
        for (int count = older; count <= unsynced; count++) {
            states.add(new CrashState(at, CrashState.Kind.PREFIX, count));
            if (count < unsynced) {
                states.add(new CrashState(at, CrashState.Kind.TORN, count));
            }
        }
        for (int seed = 0; unsynced >= MIN_SUBSET && seed < SUBSETS; seed++) {
            states.add(new CrashState(at, CrashState.Kind.SUBSET, at + seed));
        }
    }
}
