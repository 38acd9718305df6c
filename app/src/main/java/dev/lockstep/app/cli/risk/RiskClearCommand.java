package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.cli.strategy.NamedStrategy;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.body.risk.RiskBody;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a limit. */
@Command(name = "clear", description = "Remove a limit.")
public final class RiskClearCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    @Parameters(paramLabel = "NAME", description = "Name of the limit, such as max-order-value.")
    private String name = "";

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Remove the limit of this strategy.")
    private @Nullable String strategy;

    public RiskClearCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        LimitName limit = LimitName.of(name);
        StrategyId owner = strategy == null ? null : new StrategyId(strategy);
        try (StoreUseCases book = OpenPlatform.store(context)) {
            if (owner != null) {
                NamedStrategy.required(book, owner);
            }
            RiskRules rules = clear(book.controlRisk(), limit, owner);
            if (output.json()) {
                output.print(RiskBody.of(rules));
            } else {
                output.line(limit.word() + RiskSetCommand.of(owner) + " is not set");
            }
            return ExitCode.OK.number();
        }
    }

    private RiskRules clear(ControlRisk risk, LimitName limit, @Nullable StrategyId owner) {
        String who = ReasonOption.who(context);
        return owner == null
                ? risk.clear(limit, who, reason.why())
                : risk.clear(owner, limit, who, reason.why());
    }
}
