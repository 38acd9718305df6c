package dev.lockstep.app.cli;

import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.domain.risk.Restriction;
import dev.lockstep.domain.risk.RiskRules;
import dev.lockstep.domain.risk.TradingState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lifts what a person asked for; ends with NO where a watchdog still holds trading back. */
@Command(
        name = "resume",
        description = "Lift what 'halt' or 'reduce' asked for; what a watchdog asked for stays.")
final class ResumeCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Lift what this watchdog asked for instead, such as sync.")
    private String source = Restriction.OPERATOR;

    ResumeCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Book book = Desks.openBook(root)) {
            RiskRules rules =
                    book.controlRisk().overrule(source, ReasonOption.who(root), reason.why());
            if (output.json()) {
                output.print(RiskView.json(rules));
            } else {
                output.line(RiskView.state(rules));
            }
            boolean active = rules.state() == TradingState.ACTIVE;
            return (active ? ExitCode.OK : ExitCode.NO).number();
        }
    }
}
