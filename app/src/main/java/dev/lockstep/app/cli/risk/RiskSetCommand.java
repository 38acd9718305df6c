package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.wiring.StoreUseCases;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets a limit. */
@Command(name = "set", description = "Set a limit. Every process obeys it from its next order on.")
public final class RiskSetCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    @Parameters(
            paramLabel = "NAME",
            index = "0",
            description = "Name of the limit, such as max-order-value.")
    private String name = "";

    @Parameters(paramLabel = "VALUE", index = "1", description = "Value, such as 10000.")
    private String value = "";

    public RiskSetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RiskLimit limit = LimitName.of(name).read(value);
        try (StoreUseCases book = OpenPlatform.openBook(context)) {
            RiskRules rules =
                    book.controlRisk().set(limit, ReasonOption.who(context), reason.why());
            if (output.json()) {
                output.print(RiskView.json(rules));
            } else {
                output.line(limit.name().word() + " is " + limit.value());
            }
            return ExitCode.OK.number();
        }
    }
}
