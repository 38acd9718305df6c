package dev.lockstep.app.cli.market;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.market.MarketView;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the last minute of trading of instruments. */
@Command(
        name = "bars",
        description = "Show the prices of the last minute in which an instrument traded.")
public final class BarsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private SymbolsParameter parameter = new SymbolsParameter();

    public BarsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<Symbol> symbols = parameter.symbols();
        Map<Symbol, Bar> bars =
                BrokerFailures.answer(
                        OpenPlatform.broker(context).marketData().latestBars(symbols));
        List<Bar> found = symbols.stream().map(bars::get).filter(Objects::nonNull).toList();
        if (output.json()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            found.forEach(bar -> array.add(MarketView.json(bar)));
            output.print(array);
        } else {
            Table table = MarketView.bars();
            found.forEach(bar -> MarketView.addRow(table, bar));
            output.print(table);
        }
        return parameter.exitCode(bars.keySet(), "bar", output).number();
    }
}
