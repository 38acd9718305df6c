package dev.lockstep.app.prove.disk;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.disk.CrashCheck.RecordedRun;
import dev.lockstep.app.prove.disk.library.DiskControl;
import dev.lockstep.app.prove.disk.library.DiskFault;
import dev.lockstep.app.prove.disk.library.DiskLibrary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets a process write to a new database while everything is recorded. */
final class DiskRun {
    private static final Duration MAX_LENGTH = Duration.ofMinutes(10);

    private final JvmProgram program;
    private final DiskLibrary library;
    private final Path folder;

    /**
     * Creates a run.
     *
     * @param folder for the recorded runs
     */
    DiskRun(JvmProgram program, DiskLibrary library, Path folder) {
        this.program = program;
        this.library = library;
        this.folder = folder;
    }

    /**
     * Records a run.
     *
     * @param fault what happens in the middle of it, null for nothing; {@link DiskFault#LOST_SYNCS}
     *     happens from its beginning
     */
    RecordedRun record(long seed, int writes, @Nullable DiskFault fault)
            throws IOException, InterruptedException {
        Path own = folder.resolve("seed-" + seed + (fault == null ? "" : "-" + fault.word()));
        DataFolder data = new DataFolder(Files.createDirectories(own.resolve("data")));
        Path control = own.resolve("control");
        DiskControl shared = DiskControl.of(control);
        List<String> arguments = new ArrayList<>(List.of("disk-writer"));
        arguments.addAll(List.of("--data", data.path().toString()));
        arguments.addAll(List.of("--seed", String.valueOf(seed)));
        arguments.addAll(List.of("--writes", String.valueOf(writes)));
        arguments.addAll(List.of("--control", control.toString()));
        if (fault != null && fault.noticed()) {
            arguments.addAll(List.of("--fault", fault.word()));
        } else if (fault != null) {
            shared.begin(fault, 0, 0);
        }
        Path journal = own.resolve("journal");
        run(arguments, data, control, journal, own.resolve("process.log").toFile());
        return RecordedRun.read(journal, false);
    }

    private void run(List<String> arguments, DataFolder data, Path control, Path journal, File log)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                program.process(arguments).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(library.environment(data.path(), control, journal));
        Process process = builder.start();
        try {
            if (!process.waitFor(MAX_LENGTH.toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                throw new CommandEnd(ExitCode.NO, "the writing process failed; see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
