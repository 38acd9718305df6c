package dev.lockstep.app.prove.disk;

import dev.lockstep.app.prove.disk.CrashCheck.RecordedRun;
import dev.lockstep.app.prove.disk.journal.DiskOp;
import dev.lockstep.app.prove.disk.write.LoggedWrite;
import java.util.List;

/**
 * The result of one recorded run.
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
 * @param violations the states in which something is wrong
 */
public record DiskResult(
        long seed,
        String fault,
        long writes,
        long failed,
        int operations,
        long syncs,
        int possible,
        int checked,
        List<String> faults,
        List<DiskViolation> violations) {
    public DiskResult {
        faults = List.copyOf(faults);
        violations = List.copyOf(violations);
    }

    static DiskResult of(
            long seed,
            String fault,
            RecordedRun run,
            int possible,
            int checked,
            List<String> faults,
            List<DiskViolation> violations) {
        return new DiskResult(
                seed,
                fault,
                count(run, LoggedWrite.Done.class),
                count(run, LoggedWrite.Failed.class),
                run.ops().size(),
                run.ops().stream().filter(DiskOp.SyncEnded.class::isInstance).count(),
                possible,
                checked,
                faults,
                violations);
    }

    /** Returns whether nothing was wrong. */
    public boolean kept() {
        return faults.isEmpty() && violations.isEmpty();
    }

    private static long count(RecordedRun run, Class<? extends LoggedWrite> kind) {
        return run.lines().stream().filter(line -> kind.isInstance(line.write())).count();
    }
}
