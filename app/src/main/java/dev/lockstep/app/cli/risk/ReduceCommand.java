package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.view.body.risk.RiskBody;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Allows only orders that reduce a position. */
@Command(
        name = "reduce",
        description =
                "Allow only orders that reduce a position, in every process. "
                        + "Cancels are still sent.")
public final class ReduceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    public ReduceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.newStore(context)) {
            RiskRules rules = book.controlRisk().reduce(ReasonOption.who(context), reason.why());
            if (output.json()) {
                output.print(RiskBody.of(rules));
            } else {
                output.line(RiskView.state(rules));
            }
            return ExitCode.OK.number();
        }
    }
}
