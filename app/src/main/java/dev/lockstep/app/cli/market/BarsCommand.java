package dev.lockstep.app.cli.market;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.market.BarsBody;
import dev.lockstep.app.view.market.MarketDataView;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.port.broker.MarketData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the last minute of trading of instruments, or their last bars. */
@Command(
        name = "bars",
        description =
                "Show the prices of the last minute in which an instrument traded, or its last "
                        + "bars.")
public final class BarsCommand implements Callable<Integer> {
    private static final int DEFAULT_LIMIT = 20;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private SymbolsParameter parameter = new SymbolsParameter();

    @Option(
            names = "--timeframe",
            paramLabel = "LENGTH",
            description =
                    "The last bars of this length: 1m, 5m, 15m, 1h or 1d (default with --limit: "
                            + "1m).")
    private @Nullable String timeframe;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description =
                    "At most this many bars of each instrument, 1 to 1000 (default with "
                            + "--timeframe: 20).")
    private @Nullable Integer limit;

    public BarsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        SequencedSet<Symbol> symbols = parameter.symbols();
        Timeframe length = timeframe == null ? Timeframe.ONE_MINUTE : Timeframe.typed(timeframe);
        List<Bar> bars =
                timeframe == null && limit == null ? lastMinutes(symbols) : last(symbols, length);
        if (output.json()) {
            output.print(bodies(symbols, length, bars));
        } else {
            Table table = MarketDataView.bars();
            bars.forEach(bar -> MarketDataView.addRow(table, bar));
            if (table.hasRows()) {
                output.print(table);
            }
        }
        Set<Symbol> found = bars.stream().map(Bar::symbol).collect(Collectors.toSet());
        return parameter
                .exitCode(found, "bar", OpenPlatform.broker(context).assets(), output)
                .number();
    }

    private static List<BarsBody> bodies(
            SequencedSet<Symbol> symbols, Timeframe length, List<Bar> bars) {
        Map<Symbol, List<Bar>> bySymbol = bars.stream().collect(Collectors.groupingBy(Bar::symbol));
        return symbols.stream()
                .map(symbol ->
                        BarsBody.of(symbol, length, bySymbol.getOrDefault(symbol, List.of())))
                .toList();
    }

    private List<Bar> lastMinutes(SequencedSet<Symbol> symbols) throws InterruptedException {
        Map<Symbol, Bar> bars =
                BrokerFailures.answer(
                        OpenPlatform.broker(context).marketData().latestBars(symbols));
        return symbols.stream().map(bars::get).filter(Objects::nonNull).toList();
    }

    private List<Bar> last(SequencedSet<Symbol> symbols, Timeframe length)
            throws InterruptedException {
        Instant now = context.processEnvironment().clock().instant();
        int most = limit == null ? DEFAULT_LIMIT : limit;
        List<BarQuery> queries =
                symbols.stream().map(symbol -> BarQuery.latest(symbol, length, most, now)).toList();
        MarketData data = OpenPlatform.broker(context).marketData();
        List<Bar> bars = new ArrayList<>();
        for (BarQuery query : queries) {
            bars.addAll(BrokerFailures.answer(data.bars(query)));
        }
        return bars;
    }
}
