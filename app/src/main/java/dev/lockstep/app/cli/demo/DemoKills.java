package dev.lockstep.app.cli.demo;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.demo.KilledDemo;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.Table;
import java.util.ArrayList;
import java.util.List;

/** Runs N demos, each in its own folder, kills each at a random moment and prints its state. */
public final class DemoKills {
    private static final int MAX_DIFFERENCES_SHOWN = 20;

    private final CommandContext context;
    private final Output output;

    public DemoKills(CommandContext context, Output output) {
        this.context = context;
        this.output = output;
    }

    public ExitCode run(DataFolder folder, int kills, int orders) throws InterruptedException {
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        KilledDemo demo =
                new KilledDemo(context.processEnvironment(), context.platforms(), progress);
        List<KilledDemo.Round> rounds = new ArrayList<>();
        for (int kill = 1; kill <= kills; kill++) {
            DataFolder own = new DataFolder(folder.path().resolve("kill-" + kill));
            rounds.add(demo.round(own, orders));
        }
        progress.end();
        boolean kept = rounds.stream().allMatch(KilledDemo.Round::kept);
        if (output.json()) {
            output.print(KillsBody.of(rounds));
        } else {
            output.print(table(rounds));
            output.line(
                    output.verdict(
                            kept,
                            kept
                                    ? "no order lost, none sent twice, after every kill"
                                    : "the promise did not hold"));
        }
        rounds.stream()
                .flatMap(round -> round.found().differences().stream())
                .limit(MAX_DIFFERENCES_SHOWN)
                .forEach(difference -> output.note(difference.text()));
        return kept ? ExitCode.OK : ExitCode.NO;
    }

    private static Table table(List<KilledDemo.Round> rounds) {
        Table table =
                new Table(
                        "kill",
                        "processes",
                        "at the broker",
                        "in the database",
                        "lost",
                        "duplicated",
                        "unknown");
        int kill = 0;
        for (KilledDemo.Round round : rounds) {
            kill++;
            table.row(
                    kill,
                    round.killed(),
                    round.found().ordersAtBroker(),
                    round.found().ordersHere(),
                    round.found().lost(),
                    round.found().duplicated(),
                    round.found().unknown());
        }
        return table;
    }
}
