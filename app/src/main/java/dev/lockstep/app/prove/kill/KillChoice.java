package dev.lockstep.app.prove.kill;

import dev.lockstep.app.prove.disk.library.StopPoint;
import dev.lockstep.app.prove.disk.library.StopSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is done in one cycle.
 *
 * @param target the process
 * @param point where it is stopped, null for a random moment
 * @param passes how often it passes the point first
 * @param signal how it is stopped
 * @param millis the random moment after its start, or how long it stands still
 */
record KillChoice(
        KillTarget target, @Nullable StopPoint point, int passes, StopSignal signal, int millis) {
    private static final int ONE_IN_RANDOM = 4;
    private static final int ONE_IN_STOPPED = 5;
    private static final int MAX_MILLIS = 2_000;

    /** Returns the choice of a cycle, which depends on nothing else. */
    static KillChoice of(long seed, int cycle) {
        SplittableRandom random = new SplittableRandom(seed).split();
        for (int skipped = 0; skipped < cycle; skipped++) {
            random.nextLong();
        }
        return of(new SplittableRandom(random.nextLong()));
    }

    private static KillChoice of(SplittableRandom random) {
        KillTarget target = target(random);
        List<StopPoint> points = new ArrayList<>(target.points());
        boolean anywhere = points.isEmpty() || random.nextInt(ONE_IN_RANDOM) == 0;
        StopPoint point = anywhere ? null : points.get(random.nextInt(points.size()));
        return new KillChoice(
                target,
                point,
                point == null ? 0 : random.nextInt(1 + random.nextInt(point.times())),
                random.nextInt(ONE_IN_STOPPED) == 0 ? StopSignal.STOP : StopSignal.KILL,
                random.nextInt(MAX_MILLIS));
    }

    private static KillTarget target(SplittableRandom random) {
        int all = Arrays.stream(KillTarget.values()).mapToInt(KillTarget::weight).sum();
        int left = random.nextInt(all);
        for (KillTarget target : KillTarget.values()) {
            left -= target.weight();
            if (left < 0) {
                return target;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    @Override
    public String toString() {
        return "%s %s at %s"
                .formatted(
                        signal == StopSignal.KILL ? "kill" : "stop",
                        target.word(),
                        point == null
                                ? "a random moment, " + millis + " ms"
                                : point.word() + " " + (passes + 1));
    }
}
