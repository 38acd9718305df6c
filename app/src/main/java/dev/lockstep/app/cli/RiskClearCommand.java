package dev.lockstep.app.cli;

import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.domain.risk.LimitName;
import dev.lockstep.domain.risk.RiskRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a limit away. */
@Command(name = "clear", description = "Take a limit away.")
final class RiskClearCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    @Parameters(paramLabel = "NAME", description = "Such as max-order-value.")
    private String name = "";

    RiskClearCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        LimitName limit = LimitName.of(name);
        try (Book book = Desks.openBook(root)) {
            RiskRules rules = book.controlRisk().clear(limit, ReasonOption.who(root), reason.why());
            if (output.json()) {
                output.print(RiskView.json(rules));
            } else {
                output.line(limit.word() + " is none");
            }
            return ExitCode.OK.number();
        }
    }
}
