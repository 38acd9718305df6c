package dev.lockstep.app.prove.disk;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.app.prove.disk.CrashCheck.RecordedRun;
import dev.lockstep.app.prove.disk.journal.CrashState;
import dev.lockstep.app.prove.disk.journal.CrashStates;
import dev.lockstep.app.prove.disk.journal.DiskOp;
import dev.lockstep.app.prove.disk.library.DiskFault;
import dev.lockstep.app.prove.disk.library.DiskLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For each seed records a run on a sound disk and one with each fault, and checks them. */
public final class DiskProof {
    private final DiskRun recording;
    private final CrashCheck check;
    private final DiskPlan plan;
    private final Progress progress;

    /**
     * Creates a proof.
     *
     * @param folder a new folder for the recorded runs
     */
    public DiskProof(
            ProcessEnvironment processEnvironment,
            PlatformFactory platforms,
            DataFolder folder,
            DiskPlan plan,
            Progress progress)
            throws IOException, InterruptedException {
        DiskLibrary library = DiskLibrary.compiled(folder.path());
        this.recording = new DiskRun(processEnvironment.program(), library, folder.path());
        this.check = new CrashCheck(platforms, folder.path().resolve("state"));
        this.plan = plan;
        this.progress = progress;
    }

    /** Returns the results of all runs. */
    public List<DiskResult> results() throws IOException, InterruptedException {
        List<DiskResult> results = new ArrayList<>();
        for (long seed = plan.seed(); seed < plan.seed() + plan.seeds(); seed++) {
            if (plan.lostSyncs()) {
                results.add(result(seed, DiskFault.LOST_SYNCS));
                continue;
            }
            results.add(result(seed, null));
            for (DiskFault fault : faults()) {
                results.add(result(seed, fault));
            }
        }
        return results;
    }

    private static List<DiskFault> faults() {
        return Arrays.stream(DiskFault.values()).filter(DiskFault::noticed).toList();
    }

    private DiskResult result(long seed, @Nullable DiskFault fault)
            throws IOException, InterruptedException {
        String name = fault == null ? "" : fault.word();
        progress.phase("seed " + seed + " " + (name.isEmpty() ? "on a sound disk" : name));
        RecordedRun run = recording.record(seed, plan.writes(), fault);
        List<RecordedRun> runs = new ArrayList<>(List.of(run));
        if (run.ops().stream().anyMatch(DiskOp.SyncFailed.class::isInstance)) {
            runs.add(run.losing());
        }
        int possible = 0;
        int checked = 0;
        List<DiskViolation> violations = new ArrayList<>();
        for (RecordedRun each : runs) {
            List<CrashState> all = each.states();
            List<CrashState> some =
                    CrashStates.sample(all, Math.max(1, plan.states() / runs.size()), (int) seed);
            violations.addAll(check.violations(each, some, done -> progress.at(done, some.size())));
            possible += all.size();
            checked += some.size();
        }
        List<String> faults =
                fault != null && fault.noticed()
                        ? FaultCheck.faults(fault, run.lines())
                        : List.of();
        return DiskResult.of(seed, name, run, possible, checked, faults, violations);
    }
}
