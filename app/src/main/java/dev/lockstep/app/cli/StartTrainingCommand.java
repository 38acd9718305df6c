package dev.lockstep.app.cli;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.runtime.Threads;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs typical commands in this process, so that a JVM which records what they load and link can
 * start the next ones with all of it ready. They trade on a simulated exchange of their own,
 * whatever account the user's environment names.
 */
@Command(
        name = "start-training",
        hidden = true,
        description = "Used by the launcher: runs typical commands in a folder of its " + "own.")
public final class StartTrainingCommand implements Callable<Integer> {
    private static final Duration POLL_PAUSE = Duration.ofMillis(50);
    private static final String BUY = "order submit --symbol AAPL --side buy --qty 10";

    /** Commands that end by themselves; ID stands for the first order. */
    private static final List<String> SHORT =
            List.of(
                    BUY + " --limit-price 1 --time-in-force gtc",
                    "order list",
                    "order list --json",
                    "order show ID --history",
                    "order cancel ID",
                    BUY,
                    "positions",
                    "account",
                    "status",
                    "sync",
                    "incidents",
                    "risk show",
                    "config show",
                    "cancel-all",
                    "--help");

    private final CommandContext context;

    @Option(names = "--commands", description = "Run only commands that end by themselves.")
    private boolean onlyShort;

    @Mixin private Output output = new Output();

    public StartTrainingCommand(CommandContext context) {
        this.context = context;
    }

    /** The servers run until this process ends; a command may report a negative result. */
    @Override
    public Integer call() throws InterruptedException {
        boolean done = onlyShort || serves();
        String first = "";
        for (String command : done ? SHORT : List.<String>of()) {
            Ran ran = run(List.of(command.replace("ID", first).split(" ", -1)));
            first = first.isEmpty() ? ran.lastLine() : first;
            done &= done(ran);
        }
        if (onlyShort) {
            context.platforms().simulator(Settings.ofOwnSimulator(context.folder())).stop();
        }
        return (done ? ExitCode.OK : ExitCode.NO).number();
    }

    /** Starts the servers in this process, so that the cache has what they load. */
    private boolean serves() throws InterruptedException {
        String exchange = context.folder().made().exchange().toString();
        return says("listening on", List.of("simulator", "--state", exchange))
                && says("stream: connection", List.of("run", "--port", "0"))
                && done(run(List.of("health")));
    }

    /** Starts a command that does not end, and waits until it has said this or has ended. */
    private boolean says(String words, List<String> command) throws InterruptedException {
        StringWriter said = new StringWriter();
        AtomicBoolean ended = new AtomicBoolean();
        Threads.watcher(
                "training-" + command.getFirst(),
                () -> {
                    var _ = run(command, said);
                    ended.set(true);
                });
        while (!said.toString().contains(words) && !ended.get()) {
            context.processEnvironment().pause().of(POLL_PAUSE);
        }
        return !ended.get();
    }

    /**
     * Returns whether the command ran; a negative result counts, because nothing compares positions
     * here.
     */
    private static boolean done(Ran ran) {
        return ran.code() <= ExitCode.NO.number();
    }

    private Ran run(List<String> command) {
        return run(command, new StringWriter());
    }

    private Ran run(List<String> command, StringWriter said) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--data", context.folder().path().toString()));
        CommandLine line =
                Lockstep.commandLine(
                        context.processEnvironment().withoutSettings(),
                        context.platforms(),
                        command);
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        Ran ran = new Ran(Lockstep.run(line, all.toArray(String[]::new)), said.toString());
        output.line(String.join(" ", command) + ": " + ran.code());
        if (ran.code() != 0) {
            output.line(ran.said());
        }
        return ran;
    }

    private record Ran(int code, String said) {
        private String lastLine() {
            return said.lines().reduce("", (_, line) -> line);
        }
    }
}
