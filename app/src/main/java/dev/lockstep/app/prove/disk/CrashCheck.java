package dev.lockstep.app.prove.disk;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.prove.disk.journal.CrashState;
import dev.lockstep.app.prove.disk.journal.CrashStates;
import dev.lockstep.app.prove.disk.journal.CrashWalk;
import dev.lockstep.app.prove.disk.journal.DiskJournal;
import dev.lockstep.app.prove.disk.journal.DiskOp;
import dev.lockstep.app.prove.disk.write.ExpectedWrites;
import dev.lockstep.app.prove.disk.write.LoggedLine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Checks the states in which a crash could have left a recorded run. */
public final class CrashCheck {
    /** The size of the file that reserves space, which a recorded run does not contain. */
    private static final long RESERVE_BYTES = 4L << 20;

    private final ReopenedDatabase reopened;
    private final Path scratch;

    /**
     * Creates a check.
     *
     * @param scratch a folder for the states, one at a time
     */
    public CrashCheck(PlatformFactory platforms, Path scratch) {
        this.reopened = new ReopenedDatabase(platforms);
        this.scratch = scratch;
    }

    /**
     * Checks some states of a run.
     *
     * @param checked receives the number of states checked so far
     */
    public List<DiskViolation> violations(
            RecordedRun run, List<CrashState> states, IntConsumer checked) throws IOException {
        CrashWalk walk = new CrashWalk(run.ops(), run.failedSyncsLose());
        List<DiskViolation> violations = new ArrayList<>();
        int done = 0;
        for (CrashState state : states) {
            walk.to(state.at());
            List<String> faults = faults(walk, state, run.lines());
            if (!faults.isEmpty()) {
                violations.add(
                        new DiskViolation(run.journal(), state, run.failedSyncsLose(), faults));
            }
            checked.accept(++done);
        }
        return violations;
    }

    private List<String> faults(CrashWalk walk, CrashState state, List<LoggedLine> lines)
            throws IOException {
        empty(scratch);
        walk.image(state).store(Files.createDirectories(scratch));
        try (RandomAccessFile reserve =
                new RandomAccessFile(scratch.resolve("lockstep.db-reserve").toFile(), "rw")) {
            reserve.setLength(RESERVE_BYTES);
        }
        return reopened.faults(new DataFolder(scratch), ExpectedWrites.before(lines, state.at()));
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * A recorded run.
     *
     * @param journal its file
     * @param ops what happened to files
     * @param lines the logged lines
     * @param failedSyncsLose whether failed syncs lose what they should have kept
     */
    public record RecordedRun(
            Path journal, List<DiskOp> ops, List<LoggedLine> lines, boolean failedSyncsLose) {
        public RecordedRun {
            ops = List.copyOf(ops);
            lines = List.copyOf(lines);
        }

        /** Reads a run from its file. */
        public static RecordedRun read(Path journal, boolean failedSyncsLose) throws IOException {
            List<DiskOp> ops = DiskJournal.read(journal);
            return new RecordedRun(journal, ops, LoggedLine.of(ops), failedSyncsLose);
        }

        /** Returns the same, with failed syncs that lose what they should have kept. */
        public RecordedRun losing() {
            return new RecordedRun(journal, ops, lines, true);
        }

        /** Returns all states in which a crash could have left it. */
        public List<CrashState> states() {
            return CrashStates.of(ops, failedSyncsLose);
        }
    }
}
