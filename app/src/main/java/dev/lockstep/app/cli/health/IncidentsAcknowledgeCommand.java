package dev.lockstep.app.cli.health;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.IncidentView;
import dev.lockstep.app.wiring.StoreUseCases;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accepts an open incident as it is, so that health reports it no more until it changes. */
@Command(
        name = "acknowledge",
        description =
                "Accept an open incident as it is; until it changes it does not make health fail.")
public final class IncidentsAcknowledgeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "NUMBER", description = "The incident's number.")
    private long number;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why it is accepted; kept with your name and the time.")
    private String reason = "";

    public IncidentsAcknowledgeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.openBook(context)) {
            Acknowledgement by =
                    new Acknowledgement(
                            ReasonOption.who(context),
                            reason,
                            context.surroundings().clock().instant());
            Incident incident =
                    book.incidents()
                            .acknowledge(number, by)
                            .orElseThrow(() ->
                                    new CommandEnd(
                                            ExitCode.NO, "no open incident has number " + number));
            if (output.json()) {
                output.print(IncidentView.json(incident));
            } else {
                output.line("incident " + number + " is acknowledged: " + incident.text());
            }
            return ExitCode.OK.number();
        }
    }
}
