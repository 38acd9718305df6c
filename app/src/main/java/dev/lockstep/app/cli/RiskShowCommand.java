package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.domain.port.RiskControl;
import dev.lockstep.domain.risk.RiskChange;
import dev.lockstep.domain.risk.RiskRules;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the limits, what may be sent, and what was changed when and by whom. */
@Command(name = "show", description = "Show the limits, and whether and why trading is held back.")
final class RiskShowCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Option(
            names = "--changes",
            paramLabel = "COUNT",
            description =
                    "Also show the last COUNT changes, at most " + RiskControl.MAX_CHANGES + ".")
    private int changes;

    RiskShowCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (changes < 0 || changes > RiskControl.MAX_CHANGES) {
            throw new InvalidValueException(
                    "--changes", changes, "0 to " + RiskControl.MAX_CHANGES);
        }
        try (Book book = Desks.openBook(root)) {
            RiskRules rules = book.controlRisk().rules();
            List<RiskChange> last = changes == 0 ? List.of() : book.controlRisk().changes(changes);
            print(rules, last);
            return ExitCode.OK.number();
        }
    }

    private void print(RiskRules rules, List<RiskChange> last) {
        if (output.json()) {
            ObjectNode node = RiskView.json(rules);
            node.set("changes", RiskView.json(last));
            output.print(node);
            return;
        }
        output.line(RiskView.state(rules));
        output.print(RiskView.limits(rules));
        if (!last.isEmpty()) {
            output.line("");
            output.print(RiskView.table(last));
        }
    }
}
