package dev.lockstep.app.cli.market;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.platform.BrokerAccess;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.market.MarketDataView;
import dev.lockstep.app.view.market.QuoteBody;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.port.broker.MarketData;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the last quote and the last trade of instruments. */
@Command(name = "quote", description = "Show the last quote and the last trade of instruments.")
public final class QuoteCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private SymbolsParameter parameter = new SymbolsParameter();

    public QuoteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<Symbol> symbols = parameter.symbols();
        BrokerAccess broker = OpenPlatform.broker(context);
        MarketData marketData = broker.marketData();
        Map<Symbol, Quote> quotes = BrokerFailures.answer(marketData.latestQuotes(symbols));
        Map<Symbol, Trade> trades = BrokerFailures.answer(marketData.latestTrades(symbols));
        if (output.json()) {
            output.print(
                    symbols.stream()
                            .map(symbol ->
                                    QuoteBody.of(symbol, quotes.get(symbol), trades.get(symbol)))
                            .toList());
        } else {
            Table table = MarketDataView.quotes();
            symbols.stream()
                    .filter(symbol -> quotes.containsKey(symbol) || trades.containsKey(symbol))
                    .forEach(symbol ->
                            MarketDataView.addRow(
                                    table, symbol, quotes.get(symbol), trades.get(symbol)));
            if (table.hasRows()) {
                output.print(table);
            }
        }
        return parameter.exitCode(quotes.keySet(), "quote", broker.assets(), output).number();
    }
}
