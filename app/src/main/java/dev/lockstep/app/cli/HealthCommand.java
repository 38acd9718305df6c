package dev.lockstep.app.cli;

import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.HealthView;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.domain.usecase.Health;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells from the database alone how the platform is; ends with 1 where something is wrong. */
@Command(
        name = "health",
        description =
                "Tell whether the orders are fresh and every order has an answer, and what is"
                        + " wrong.")
final class HealthCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    HealthCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Book book = Desks.book(root)) {
            Health health = book.checkHealth().check();
            if (output.json()) {
                output.print(HealthView.json(health));
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
