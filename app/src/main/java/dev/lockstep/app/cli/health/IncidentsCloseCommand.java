package dev.lockstep.app.cli.health;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.body.health.IncidentBody;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.usecase.incident.CloseIncidentResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes an open incident that reports something that happened, after a person has checked it. */
@Command(
        name = "close",
        description =
                "Close an open incident after you have checked it: a lost order, a corrected "
                        + "execution, an unreadable activity. The others close by themselves.")
public final class IncidentsCloseCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "NUMBER", description = "Number of the incident.")
    private long number;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Reason, stored with your name and the time.")
    private String reason = "";

    public IncidentsCloseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.store(context)) {
            Incident closed = closed(book);
            if (output.json()) {
                output.print(IncidentBody.of(closed));
            } else {
                output.line("incident " + number + " is closed: " + closed.text());
            }
            return ExitCode.OK.number();
        }
    }

    private Incident closed(StoreUseCases book) {
        return switch (book.closeIncident().close(number, ReasonOption.who(context), reason)) {
            case CloseIncidentResult.Closed(Incident incident) -> incident;
            case CloseIncidentResult.StaysOpen(Incident _, String text) ->
                    throw new CommandEnd(ExitCode.NO, text);
            case CloseIncidentResult.NotOpen _ -> throw IncidentNumber.notOpen(number);
        };
    }
}
