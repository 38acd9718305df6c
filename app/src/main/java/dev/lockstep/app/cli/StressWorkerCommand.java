package dev.lockstep.app.cli;

import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.stress.StressTally;
import dev.lockstep.app.stress.StressWorker;
import dev.lockstep.app.wiring.Opening;
import dev.lockstep.app.wiring.StressBook;
import dev.lockstep.domain.order.OrderId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One of the processes that write. */
@Command(name = "stress-worker", hidden = true, description = "A part of 'lockstep stress'.")
final class StressWorkerCommand implements Callable<Integer> {
    /** As long as in every other command. */
    private static final Duration LOCK_DEADLINE = Duration.ofSeconds(30);

    private final Lockstep root;

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
    StressWorkerCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (StressBook book =
                new Opening(root.surroundings()).stressBook(root.settings(), LOCK_DEADLINE)) {
            StressWorker worker =
                    new StressWorker(
                            new StressWorker.Surroundings(
                                    book.repository(),
                                    book.ids(),
                                    root.surroundings().clock(),
                                    book.meter()::retries),
                            root.surroundings().in(),
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
