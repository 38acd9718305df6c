package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.view.body.risk.RiskBody;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Limit the orders of this strategy only.")
    private @Nullable String strategy;

    public RiskSetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RiskLimit limit = LimitName.of(name).read(value);
        StrategyId owner = strategy == null ? null : new StrategyId(strategy);
        try (StoreUseCases book = OpenPlatform.newStore(context)) {
            RiskRules rules = set(book.controlRisk(), limit, owner);
            if (output.json()) {
                output.print(RiskBody.of(rules));
            } else {
                output.line(limit.name().word() + of(owner) + " is " + RiskView.value(limit));
            }
            return ExitCode.OK.number();
        }
    }

    private RiskRules set(ControlRisk risk, RiskLimit limit, @Nullable StrategyId owner) {
        String who = ReasonOption.who(context);
        return owner == null
                ? risk.set(limit, who, reason.why())
                : risk.set(owner, limit, who, reason.why());
    }

    static String of(@Nullable StrategyId owner) {
        return owner == null ? "" : " of strategy " + owner;
    }
}
