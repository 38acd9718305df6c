package dev.lockstep.simulator;

import dev.lockstep.simulator.bars.BarFile;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        return read(files, (_, _) -> {});
    }

    /** Receives the progress. */
    public interface Progress {
        /** Reports how many bytes of all files have been read. */
        void at(long done, long total);
    }

    /**
     * Reads the bars of several files. Each symbol must be in one file only.
     *
     * @throws IllegalArgumentException that names the file, line, column, value and the allowed
     *     values
     */
    public static Bars read(List<Path> files, Progress progress) throws IOException {
        long total = 0;
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException(file + ": a folder (expected: a CSV file)");
            }
            total += Files.size(file);
        }
        Counter counter = new Counter(progress, total);
        SortedMap<String, List<Bar>> all = new TreeMap<>();
        int count = 0;
        for (Path file : files) {
            for (Map.Entry<String, List<Bar>> read :
                    new BarFile(file, BarFile.most() - count, counter::add).read().entrySet()) {
                count += read.getValue().size();
                if (all.put(read.getKey(), read.getValue()) != null) {
                    throw new IllegalArgumentException(
                            file + ": " + read.getKey() + " (expected: in one file only)");
                }
            }
        }
        return new Bars(all);
    }

    /** Reports progress once a megabyte. */
    private static final class Counter {
        private static final long STEP_BYTES = 1 << 20;

        private final Progress progress;
        private final long total;
        private long done;
        private long reported;

        Counter(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        void add(int bytes) {
            done += bytes;
            if (done - reported >= STEP_BYTES) {
                reported = done;
                progress.at(Math.min(done, total), total);
            }
        }
    }
}
