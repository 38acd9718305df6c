package dev.lockstep.app.prove.disk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The result of a check of the disk in JSON.
 *
 * @param at when it started
 * @param elapsedMillis the duration in milliseconds
 * @param commit the commit of the program, empty if unknown
 * @param states the number of states checked
 * @param runs each run
 */
public record DiskBody(
        String at, long elapsedMillis, String commit, long states, List<RunBody> runs) {
    private static final int MAX_VIOLATIONS = 100;

    /** Returns the fields of a result. */
    public static DiskBody of(Instant at, Duration took, String commit, List<DiskResult> results) {
        return new DiskBody(
                at.toString(),
                took.toMillis(),
                commit,
                results.stream().mapToLong(DiskResult::checked).sum(),
                results.stream().map(RunBody::of).toList());
    }

    /**
     * One run.
     *
     * @param seed its seed
     * @param fault the fault in it, empty for none
     * @param writes the number of acknowledged writes
     * @param failed the number of writes that failed
     * @param operations the number of recorded operations on files
     * @param syncs the number of syncs that succeeded
     * @param possible the number of states that a crash could have left
     * @param checked the number of those that were checked
     * @param faults the faults found during the run
     * @param broken the number of states in which something is wrong
     * @param violations the first of these
     */
    public record RunBody(
            long seed,
            String fault,
            long writes,
            long failed,
            int operations,
            long syncs,
            int possible,
            int checked,
            List<String> faults,
            int broken,
            List<ViolationBody> violations) {
        private static RunBody of(DiskResult result) {
            return new RunBody(
                    result.seed(),
                    result.fault(),
                    result.writes(),
                    result.failed(),
                    result.operations(),
                    result.syncs(),
                    result.possible(),
                    result.checked(),
                    result.faults(),
                    result.violations().size(),
                    result.violations().stream()
                            .limit(MAX_VIOLATIONS)
                            .map(ViolationBody::of)
                            .toList());
        }
    }

    /**
     * A state in which something is wrong.
     *
     * @param replay the command that checks it again
     * @param faults what is wrong
     */
    public record ViolationBody(String replay, List<String> faults) {
        private static ViolationBody of(DiskViolation violation) {
            return new ViolationBody(violation.replayCommand(), violation.faults());
        }
    }
}
