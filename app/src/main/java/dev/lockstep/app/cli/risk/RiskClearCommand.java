package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.wiring.StoreUseCases;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a limit. */
@Command(name = "clear", description = "Remove a limit.")
public final class RiskClearCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    @Parameters(paramLabel = "NAME", description = "Name of the limit, such as max-order-value.")
    private String name = "";

    public RiskClearCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        LimitName limit = LimitName.of(name);
        try (StoreUseCases book = OpenPlatform.openBook(context)) {
            RiskRules rules =
                    book.controlRisk().clear(limit, ReasonOption.who(context), reason.why());
            if (output.json()) {
                output.print(RiskView.json(rules));
            } else {
                output.line(limit.word() + " is not set");
            }
            return ExitCode.OK.number();
        }
    }
}
