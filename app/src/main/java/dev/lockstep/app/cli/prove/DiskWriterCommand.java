package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StressBook;
import dev.lockstep.app.prove.disk.library.DiskControl;
import dev.lockstep.app.prove.disk.library.DiskFault;
import dev.lockstep.app.prove.disk.write.DiskWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The writing process of {@code prove disk}. */
@Command(name = "disk-writer", hidden = true, description = "A part of 'lockstep prove disk'.")
public final class DiskWriterCommand implements Callable<Integer> {
    /** As long as in every other command. */
    private static final Duration LOCK_DEADLINE = Duration.ofSeconds(30);

    private final CommandContext context;

    @Option(names = "--seed", required = true)
    private long seed;

    @Option(names = "--writes", required = true)
    private int writes;

    @Option(names = "--control", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path control;

    @Option(names = "--fault")
    private @Nullable String fault;

    public DiskWriterCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (StressBook book = context.platforms().stressBook(context.settings(), LOCK_DEADLINE)) {
            new DiskWriter(
                            book,
                            context.processEnvironment().clock(),
                            context.processEnvironment().pause(),
                            DiskControl.of(control),
                            fault == null ? null : DiskFault.of(fault),
                            seed)
                    .write(context.settings().folder().path(), writes);
            return ExitCode.OK.number();
        }
    }
}
