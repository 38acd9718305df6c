package dev.lockstep.app.cli.market;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.market.AssetsBody;
import dev.lockstep.app.view.market.MarketDataView;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.usecase.query.SearchAssets;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches the instruments that the broker offers. */
@Command(
        name = "assets",
        description = "Search the instruments that the broker offers, by symbol and by name.")
public final class AssetsCommand implements Callable<Integer> {
    private static final int MAX_ROWS = 100_000;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(
            paramLabel = "SEARCH",
            arity = "0..1",
            description = "A part of the symbol or of the name; all instruments without it.")
    private String search = "";

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description = "At most this many (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    public AssetsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1 || limit > MAX_ROWS) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_ROWS);
        }
        List<Asset> matches =
                BrokerFailures.answer(
                        new SearchAssets(OpenPlatform.broker(context).assets()).matching(search));
        List<Asset> shown = matches.subList(0, Math.min(limit, matches.size()));
        if (output.json()) {
            output.print(AssetsBody.of(matches, limit));
        } else if (matches.isEmpty()) {
            output.line("no instrument of the broker matches " + search);
        } else {
            output.print(MarketDataView.assets(shown));
            if (shown.size() < matches.size()) {
                output.note(shown.size() + " of " + matches.size() + "; --limit shows more");
            }
        }
        return (matches.isEmpty() ? ExitCode.NO : ExitCode.OK).number();
    }
}
