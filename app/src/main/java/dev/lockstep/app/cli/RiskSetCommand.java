package dev.lockstep.app.cli;

import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.domain.risk.LimitName;
import dev.lockstep.domain.risk.RiskLimit;
import dev.lockstep.domain.risk.RiskRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets a limit. */
@Command(name = "set", description = "Set a limit; every process obeys it from its next order on.")
final class RiskSetCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    @Parameters(paramLabel = "NAME", index = "0", description = "Such as max-order-value.")
    private String name = "";

    @Parameters(paramLabel = "VALUE", index = "1", description = "Such as 10000.")
    private String value = "";

    RiskSetCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        RiskLimit limit = LimitName.of(name).read(value);
        try (Book book = Desks.openBook(root)) {
            RiskRules rules = book.controlRisk().set(limit, ReasonOption.who(root), reason.why());
            if (output.json()) {
                output.print(RiskView.json(rules));
            } else {
                output.line(limit.name().word() + " is " + limit.value());
            }
            return ExitCode.OK.number();
        }
    }
}
