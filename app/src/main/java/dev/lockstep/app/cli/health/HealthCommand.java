package dev.lockstep.app.cli.health;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.HealthView;
import dev.lockstep.app.view.body.health.HealthBody;
import dev.lockstep.domain.usecase.report.Health;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the platform by the database alone. */
@Command(
        name = "health",
        description =
                "Check whether orders are fresh and every order is answered; list "
                        + "the problems.")
public final class HealthCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public HealthCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.store(context)) {
            Health health = book.checkHealth().check();
            if (output.json()) {
                output.print(HealthBody.of(health));
            } else {
                output.print(HealthView.table(health));
                health.problems().forEach(output::line);
                output.line(
                        output.verdict(
                                health.healthy(), health.healthy() ? "healthy" : "not healthy"));
            }
            return (health.healthy() ? ExitCode.OK : ExitCode.NO).number();
        }
    }
}
