package dev.lockstep.app.cli.market;

import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.Assets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import picocli.CommandLine.Parameters;

/** The instruments that a command is about. */
final class SymbolsParameter {
    @Parameters(
            paramLabel = "SYMBOL",
            arity = "1..1000",
            description = "Such as AAPL or BTC/USD; up to 1000 of them.")
    private List<String> texts = List.of();

    /** Returns each symbol once, in the given order. */
    SequencedSet<Symbol> symbols() {
        SequencedSet<Symbol> symbols = new LinkedHashSet<>();
        texts.forEach(text -> symbols.add(Symbol.typed(text)));
        return symbols;
    }

    /**
     * Reports each symbol of which nothing was found, and returns the command's exit code.
     *
     * @param assets shows whether the broker has the symbol at all
     */
    ExitCode exitCode(Set<Symbol> found, String what, Assets assets, Output output) {
        Set<Symbol> missing = new LinkedHashSet<>(symbols());
        missing.removeAll(found);
        missing.forEach(symbol -> output.note(why(symbol, what, assets)));
        return missing.isEmpty() ? ExitCode.OK : ExitCode.NO;
    }

    private static String why(Symbol symbol, String what, Assets assets) {
        return switch (assets.find(symbol)) {
            case AssetLookup.Absent _ -> "unknown symbol: the broker does not have " + symbol;
            case AssetLookup.Found _, AssetLookup.Failed _ -> "no " + what + " of " + symbol;
        };
    }
}
