package dev.lockstep.simulator;

import dev.lockstep.simulator.bars.BarFile;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Loads CSV files of price bars for {@code --replay}. */
public final class BarFiles {
    private BarFiles() {}

    /**
     * Reads the bars of several files. Each symbol must be in one file only.
     *
     * @throws IllegalArgumentException that names the file, line, column, value and the allowed
     *     values
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
