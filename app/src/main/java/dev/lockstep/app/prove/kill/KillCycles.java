package dev.lockstep.app.prove.kill;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.simulator.OwnSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Does one cycle after the other: starts a process, stops it, and looks at what it said. */
final class KillCycles {
    /** A command that is not stopped waits at most 30 seconds for a lock. */
    private static final Duration MAX_LENGTH = Duration.ofMinutes(2);

    private final StoppableProcess.Start given;
    private final DataFolder folder;
    private final ServerCycle server;
    private final KillBooks books;
    private final KillOutcomes outcomes;
    private final SubmittedOrders orders = new SubmittedOrders();

    KillCycles(
            StoppableProcess.Start given,
            DataFolder folder,
            ServerUnderTest server,
            KillBooks books,
            KillOutcomes outcomes) {
        this.given = given;
        this.folder = folder;
        this.server = new ServerCycle(server, books, outcomes);
        this.books = books;
        this.outcomes = outcomes;
    }

    /** Does what was chosen; returns what is wrong. */
    List<String> faults(KillChoice choice) throws IOException, InterruptedException {
        return switch (choice.target()) {
            case RUN -> server.faults(choice, orders);
            case EXCHANGE -> exchange(choice);
            case SUBMIT -> submit(orders.next(), choice);
            case SUBMIT_AGAIN -> submit(orders.last(), choice);
            case CREATE -> create(choice);
            case BACKUP -> backup(choice);
            case HALT -> halt(choice);
            case CANCEL -> command(choice, List.of("order", "cancel", "last"));
            case CANCEL_ALL -> command(choice, List.of("cancel-all"));
            case CLOSE -> command(choice, List.of("close", "F"));
            case SYNC -> command(choice, List.of("sync"));
            case AUDIT -> command(choice, List.of("audit", "verify"));
            case EXPORT ->
                    command(
                            choice,
                            List.of(
                                    "export",
                                    "events",
                                    "--overwrite",
                                    "--out",
                                    file("events.csv")));
        };
    }

    private List<String> exchange(KillChoice choice) throws IOException, InterruptedException {
        SubmittedOrder order = orders.next();
        try (StoppableProcess process = started(order.arguments())) {
            process.ended(Duration.ofMillis(choice.millis()));
            boolean killed =
                    OwnSimulator.process(folder.exchange())
                            .map(ProcessHandle::destroyForcibly)
                            .orElse(false);
            outcomes.add(choice, killed ? KillOutcome.KILLED : KillOutcome.ENDED);
            return ended(process, order);
        }
    }

    private List<String> submit(SubmittedOrder order, KillChoice choice)
            throws IOException, InterruptedException {
        try (StoppableProcess process = started(order.arguments(), choice)) {
            KillOutcome outcome = process.stop(choice, MAX_LENGTH);
            outcomes.add(choice, outcome);
            return outcome == KillOutcome.KILLED ? process.faults() : ended(process, order);
        }
    }

    private List<String> ended(StoppableProcess process, SubmittedOrder order)
            throws IOException, InterruptedException {
        List<String> faults = ended(process);
        if (!process.alive() && process.exitCode() == 0) {
            books.accepted(order);
        }
        return faults;
    }

    private List<String> command(KillChoice choice, List<String> arguments)
            throws IOException, InterruptedException {
        try (StoppableProcess process = started(arguments, choice)) {
            KillOutcome outcome = process.stop(choice, MAX_LENGTH);
            outcomes.add(choice, outcome);
            return outcome == KillOutcome.KILLED ? process.faults() : ended(process);
        }
    }

    /** Trading is resumed by a command that nothing stops, whether it was halted or not. */
    private List<String> halt(KillChoice choice) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>(command(choice, List.of("halt", "--reason", "kill")));
        try (StoppableProcess process = started(List.of("resume", "--reason", "kill"))) {
            faults.addAll(ended(process));
        }
        return faults;
    }

    /** A backup that is there under its name is whole. */
    private List<String> backup(KillChoice choice) throws IOException, InterruptedException {
        Path target = Files.createTempDirectory(Path.of(file("")), "backup-");
        DataFolder copy = new DataFolder(target);
        List<String> faults =
                new ArrayList<>(command(choice, List.of("backup", copy.database().toString())));
        if (Files.exists(copy.database())) {
            faults.addAll(books.faults(copy));
        }
        return faults;
    }

    private List<String> create(KillChoice choice) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(given.scratch(), "created-");
        Path data = Files.createDirectory(own.resolve("data"));
        List<String> arguments = new ArrayList<>(List.of("disk-writer", "--seed", "1"));
        arguments.addAll(List.of("--writes", "1", "--data", data.toString()));
        arguments.addAll(List.of("--control", own.resolve("control").toString()));
        List<String> faults = new ArrayList<>();
        try (StoppableProcess process = StoppableProcess.start(given, data, arguments, choice)) {
            KillOutcome outcome = process.stop(choice, MAX_LENGTH);
            outcomes.add(choice, outcome);
            faults.addAll(outcome == KillOutcome.KILLED ? process.faults() : ended(process));
        }
        faults.addAll(books.faults(new DataFolder(data)));
        return faults;
    }

    private StoppableProcess started(List<String> arguments) throws IOException {
        return StoppableProcess.start(given, folder.path(), onFolder(arguments));
    }

    private StoppableProcess started(List<String> arguments, KillChoice choice) throws IOException {
        return StoppableProcess.start(given, folder.path(), onFolder(arguments), choice);
    }

    private List<String> onFolder(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--data", folder.path().toString()));
        return all;
    }

    /** Returns a file in a folder whose files the library observes. */
    private String file(String name) throws IOException {
        return Files.createDirectories(folder.path().resolve("copies")).resolve(name).toString();
    }

    private List<String> ended(StoppableProcess process) throws IOException, InterruptedException {
        if (!process.ended(MAX_LENGTH)) {
            return List.of("a process did not end; see " + process.log());
        }
        return process.faults();
    }
}
