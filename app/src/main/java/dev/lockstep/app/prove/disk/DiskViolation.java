package dev.lockstep.app.prove.disk;

import dev.lockstep.app.prove.disk.journal.CrashState;
import java.nio.file.Path;
import java.util.List;

/**
 * A state after a crash in which something is wrong.
 *
 * @param journal the recorded operations
 * @param state the state
 * @param failedSyncsLose whether failed syncs lost what they should have kept
 * @param faults what is wrong
 */
public record DiskViolation(
        Path journal, CrashState state, boolean failedSyncsLose, List<String> faults) {
    public DiskViolation {
        faults = List.copyOf(faults);
    }

    /** Returns the command that checks this state again. */
    public String replayCommand() {
        return "./lockstep prove disk --journal %s --crash-at %d --state %s%s"
                .formatted(
                        journal,
                        state.at(),
                        state.name(),
                        failedSyncsLose ? " --failed-syncs-lose" : "");
    }
}
