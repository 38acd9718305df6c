package dev.lockstep.app.cli.health;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.body.health.IncidentBody;
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
                "Acknowledge an open incident. It does not make health fail again "
                        + "until it changes.")
public final class IncidentsAcknowledgeCommand implements Callable<Integer> {
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

    public IncidentsAcknowledgeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.store(context)) {
            Acknowledgement by =
                    new Acknowledgement(
                            ReasonOption.who(context),
                            reason,
                            context.processEnvironment().clock().instant());
            Incident incident =
                    book.incidents()
                            .acknowledge(number, by)
                            .orElseThrow(() -> IncidentNumber.notOpen(number));
            if (output.json()) {
                output.print(IncidentBody.of(incident));
            } else {
                output.line("incident " + number + " is acknowledged: " + incident.text());
            }
            return ExitCode.OK.number();
        }
    }
}
