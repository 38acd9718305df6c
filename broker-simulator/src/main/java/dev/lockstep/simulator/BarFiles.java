package dev.lockstep.simulator;

import dev.lockstep.simulator.bars.BarFile;
import dev.lockstep.simulator.exchange.Bar;
import dev.lockstep.simulator.exchange.Bars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the bars that prices shall follow, as {@code --replay} takes them. */
public final class BarFiles {
    private BarFiles() {}

    /**
     * Reads the bars of several files; a symbol is in one of them only.
     *
     * @throws IllegalArgumentException that names the file, the line, the column, the value and
     *     what is allowed
     */
    public static Bars read(List<Path> files) throws IOException {
        SortedMap<String, List<Bar>> all = new TreeMap<>();
        for (Path file : files) {
            new BarFile(file)
                    .read()
                    .forEach((symbol, bars) -> {
                        if (all.put(symbol, bars) != null) {
                            throw new IllegalArgumentException(
                                    file + ": " + symbol + " (expected: in one file only)");
                        }
                    });
        }
        return new Bars(all);
    }
}
