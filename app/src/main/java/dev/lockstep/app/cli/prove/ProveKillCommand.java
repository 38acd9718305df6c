package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.FreshFolder;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.BuiltFrom;
import dev.lockstep.app.prove.kill.KillBody;
import dev.lockstep.app.prove.kill.KillPlan;
import dev.lockstep.app.prove.kill.KillReport;
import dev.lockstep.app.prove.kill.KillRun;
import dev.lockstep.app.runtime.SignalHandler;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills processes at named points, and checks the orders after each. */
@Command(
        name = "kill",
        description =
                "Kill and stop processes, such as 'run', 'order submit' and 'backup', at named "
                        + "points of their work and at random moments; check the database after "
                        + "each cycle, and compare it with the exchange now and then. Stops at "
                        + "the first cycle that breaks something. Needs Linux and a C compiler, "
                        + "no keys and no network; docs/disk.md#kills describes it. --data names "
                        + "a new or empty folder (default: a new one in ~/.lockstep/kill).")
public final class ProveKillCommand implements Callable<Integer> {
    private static final Set<String> SIGNALS = Set.of("INT", "TERM", "HUP");

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--cycles",
            paramLabel = "N",
            defaultValue = "50",
            description = "Number of cycles (default: ${DEFAULT-VALUE}; the long form is 5000).")
    private int cycles;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description =
                    "Seed of the choices; what they meet differs from run to run (default: "
                            + "${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--first-cycle",
            paramLabel = "N",
            defaultValue = "0",
            description = "Begin with the choice of this cycle (default: ${DEFAULT-VALUE}).")
    private int first;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove-kill.json",
            description = "File for the report (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    public ProveKillCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        KillPlan plan = new KillPlan(seed, first, cycles);
        DataFolder folder = FreshFolder.of(context, "kill");
        output.note("kill in " + folder);
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        KillReport result = result(folder, plan, progress);
        progress.end();
        KillBody body = KillBody.of(result);
        ClientCheck.store(BodyTree.of(body), report);
        if (output.json()) {
            output.print(body);
        } else {
            print(result);
        }
        return (result.violations().isEmpty() ? ExitCode.OK : ExitCode.NO).number();
    }

    /** A signal ends the run after the current cycle, with its report. */
    private KillReport result(DataFolder folder, KillPlan plan, ProgressLine progress)
            throws InterruptedException, IOException {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (SignalHandler _ = SignalHandler.caught(SIGNALS, _ -> goesOn.set(false))) {
            return new KillRun(
                            context.processEnvironment(),
                            context.platforms(),
                            folder,
                            plan,
                            progress,
                            output::note)
                    .run(
                            BuiltFrom.commit(
                                    ProgramFolder.of(context.processEnvironment().program())),
                            goesOn::get);
        }
    }

    private void print(KillReport result) {
        Table outcomes = new Table("process, point and outcome", "times");
        result.outcomes().forEach(outcomes::row);
        output.print(outcomes);
        output.print(
                new Table("", "")
                        .row("cycles", result.cycles())
                        .row("comparisons", result.comparisons())
                        .row("orders at the exchange", result.atExchange())
                        .row("seconds", result.took().toSeconds())
                        .row("report", report));
        result.violations()
                .forEach(each -> {
                    output.line(each.replayCommand() + "    (" + each.done() + ")");
                    output.line("    " + each.text());
                });
        boolean kept = result.violations().isEmpty();
        output.line(output.verdict(kept, kept ? "nothing was lost" : "something is wrong"));
    }
}
