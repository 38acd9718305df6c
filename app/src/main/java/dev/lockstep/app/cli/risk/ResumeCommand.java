package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.view.body.risk.RiskBody;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lifts what a person asked for; ends with NO where a watchdog still holds trading back. */
@Command(
        name = "resume",
        description =
                "End a halt or reduction requested by 'halt' or 'reduce'. One set "
                        + "by a watchdog stays.")
public final class ResumeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "End the restriction of this source instead, such as sync.")
    private String source = Restriction.OPERATOR;

    public ResumeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.store(context)) {
            RiskRules rules =
                    book.controlRisk().overrule(source, ReasonOption.who(context), reason.why());
            if (output.json()) {
                output.print(RiskBody.of(rules));
            } else {
                output.line(RiskView.state(rules));
            }
            boolean active = rules.state() == TradingState.ACTIVE;
            return (active ? ExitCode.OK : ExitCode.NO).number();
        }
    }
}
