package dev.lockstep.app.cli.strategy;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.body.risk.RiskBody;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends the pause of a strategy. */
@Command(
        name = "resume",
        description =
                "End the pause of a strategy. Limits, and a halt or reduction of the account, "
                        + "stay in force.")
public final class StrategyResumeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    @Parameters(paramLabel = "NAME", description = "Name of the strategy.")
    private String name = "";

    public StrategyResumeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StrategyId written = new StrategyId(name);
        try (StoreUseCases book = OpenPlatform.store(context)) {
            StrategyId strategy = NamedStrategy.required(book, written);
            RiskRules rules =
                    book.controlRisk().resume(strategy, ReasonOption.who(context), reason.why());
            if (output.json()) {
                output.print(RiskBody.of(rules));
            } else {
                output.line("strategy " + strategy + " is not paused");
            }
            return ExitCode.OK.number();
        }
    }
}
