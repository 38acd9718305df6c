package dev.lockstep.app.cli.market;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.market.MarketView;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        List<Asset> matches = matches(OpenPlatform.broker(context).assets());
        List<Asset> shown = matches.subList(0, Math.min(limit, matches.size()));
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            ArrayNode array = node.putArray("assets");
            shown.forEach(asset -> array.add(MarketView.json(asset)));
            node.put("matches", matches.size());
            output.print(node);
        } else {
            output.print(MarketView.assets(shown));
            if (shown.size() < matches.size()) {
                output.note(shown.size() + " of " + matches.size() + "; --limit shows more");
            }
        }
        return (matches.isEmpty() ? ExitCode.NO : ExitCode.OK).number();
    }

    /** The same symbol first, then symbols that begin with the text, then all others. */
    private List<Asset> matches(Assets assets) {
        List<Asset> all = new ArrayList<>();
        for (AssetClass each : AssetClass.values()) {
            all.addAll(BrokerFailures.answer(assets.all(each)));
        }
        String text = search.strip().toUpperCase(Locale.ROOT);
        return all.stream()
                .filter(asset -> Match.of(asset, text) != Match.NONE)
                .sorted(
                        Comparator.comparing((Asset asset) -> Match.of(asset, text))
                                .thenComparing(Asset::symbol))
                .toList();
    }

    /** How well an instrument matches, best first. */
    private enum Match {
        SYMBOL,
        BEGINNING,
        PART,
        NONE;

        static Match of(Asset asset, String text) {
            String symbol = asset.symbol().value();
            if (symbol.equals(text)) {
                return SYMBOL;
            }
            if (symbol.startsWith(text)) {
                return BEGINNING;
            }
            return symbol.contains(text) || asset.name().toUpperCase(Locale.ROOT).contains(text)
                    ? PART
                    : NONE;
        }
    }
}
