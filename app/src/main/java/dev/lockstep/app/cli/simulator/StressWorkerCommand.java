package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StressBook;
import dev.lockstep.app.stress.StressTally;
import dev.lockstep.app.stress.StressWorker;
import dev.lockstep.domain.order.id.OrderId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One writing process of a stress test. */
@Command(name = "stress-worker", hidden = true, description = "A part of 'lockstep stress'.")
public final class StressWorkerCommand implements Callable<Integer> {
    /** As long as in every other command. */
    private static final Duration LOCK_DEADLINE = Duration.ofSeconds(30);

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(names = "--threads", required = true)
    private int threads;

    @Option(names = "--seconds", required = true)
    private int seconds;

    @Option(names = "--receipts", required = true)
    private Path receipts;

    @Option(names = "--shared", required = true, split = ",")
    private List<String> shared;

    @SuppressWarnings("NullAway.Init") // picocli sets the options before it runs
    public StressWorkerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (StressBook book = context.platforms().stressBook(context.settings(), LOCK_DEADLINE)) {
            StressWorker worker =
                    new StressWorker(
                            new StressWorker.Dependencies(
                                    book.repository(),
                                    book.ids(),
                                    context.processEnvironment().clock(),
                                    book.meter()::retries),
                            context.processEnvironment().in(),
                            receipts);
            output.line(StressWorker.READY);
            Optional<StressTally> tally =
                    worker.run(
                            threads,
                            Duration.ofSeconds(seconds),
                            shared.stream().map(OrderId::new).toList());
            tally.ifPresent(counted -> output.print(counted.json()));
            return ExitCode.OK.number();
        }
    }
}
