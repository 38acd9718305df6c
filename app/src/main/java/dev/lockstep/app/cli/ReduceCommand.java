package dev.lockstep.app.cli;

import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.domain.risk.RiskRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets only orders that reduce a position out. */
@Command(
        name = "reduce",
        description =
                "Let only orders that reduce a position out, in every process; cancels always"
                        + " go.")
final class ReduceCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    ReduceCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Book book = Desks.openBook(root)) {
            RiskRules rules = book.controlRisk().reduce(ReasonOption.who(root), reason.why());
            if (output.json()) {
                output.print(RiskView.json(rules));
            } else {
                output.line(RiskView.state(rules));
            }
            return ExitCode.OK.number();
        }
    }
}
