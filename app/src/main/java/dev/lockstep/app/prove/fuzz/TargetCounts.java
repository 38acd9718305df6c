package dev.lockstep.app.prove.fuzz;

import java.time.Duration;

/**
 * What became of the inputs of one target.
 *
 * @param accepted the number of accepted inputs
 * @param refused the number of those refused in a permitted way
 * @param failed the number of those that showed a bug
 * @param time the sum of their times
 * @param longest the longest of these
 */
public record TargetCounts(
        long accepted, long refused, long failed, Duration time, Duration longest) {
    static TargetCounts of(FuzzOutcome outcome, Duration took) {
        return switch (outcome) {
            case FuzzOutcome.Accepted _ -> new TargetCounts(1, 0, 0, took, took);
            case FuzzOutcome.Refused _ -> new TargetCounts(0, 1, 0, took, took);
            case FuzzOutcome.Failed _ -> new TargetCounts(0, 0, 1, took, took);
        };
    }

    TargetCounts plus(TargetCounts other) {
        return new TargetCounts(
                accepted + other.accepted,
                refused + other.refused,
                failed + other.failed,
                time.plus(other.time),
                longest.compareTo(other.longest) > 0 ? longest : other.longest);
    }

    /** Returns the number of inputs. */
    public long inputs() {
        return accepted + refused + failed;
    }
}
