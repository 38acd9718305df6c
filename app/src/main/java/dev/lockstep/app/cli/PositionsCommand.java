package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.usecase.PositionComparison;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows our positions beside the broker's. */
@Command(
        name = "positions",
        description = "Show positions, ours beside the broker's; run 'lockstep sync' first.")
final class PositionsCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    PositionsCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Desk desk = Desks.open(root)) {
            List<PositionComparison> lines =
                    BrokerFailures.answer(desk.comparePositions().compare());
            print(lines);
            boolean inStep = lines.stream().allMatch(PositionComparison::inStep);
            return (inStep ? ExitCode.OK : ExitCode.NO).number();
        }
    }

    private void print(List<PositionComparison> lines) {
        if (output.json()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (PositionComparison line : lines) {
                array.addObject()
                        .put("symbol", line.symbol().value())
                        .put("ours", line.ours().toString())
                        .put("brokers", line.brokers().toString())
                        .put("inStep", line.inStep());
            }
            output.print(array);
        } else if (lines.isEmpty()) {
            output.line("no positions");
        } else {
            Table table = new Table("symbol", "ours", "broker's", "");
            lines.forEach(line ->
                    table.row(
                            line.symbol(),
                            line.ours(),
                            line.brokers(),
                            line.inStep() ? "" : "differs"));
            output.print(table);
        }
    }
}
