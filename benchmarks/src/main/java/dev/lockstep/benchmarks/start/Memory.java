package dev.lockstep.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of processes in MiB, as Linux counts it.
 *
 * @param resident resident pages; a page that several processes share counts for each of them
 * @param proportional resident pages, each divided among the processes that share it
 */
record Memory(double resident, double proportional) {
    private static final int KIB_PER_MIB = 1_024;

    /** Returns the memory of a process. */
    static Memory of(ProcessHandle process) throws IOException {
        String rollup =
                Files.readString(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup"));
        return new Memory(mib(rollup, "Rss"), mib(rollup, "Pss"));
    }

    Memory and(Memory other) {
        return new Memory(resident + other.resident, proportional + other.proportional);
    }

    private static double mib(String rollup, String name) throws IOException {
        Matcher line =
                Pattern.compile("^" + name + ":\\s+([0-9]+) kB", Pattern.MULTILINE).matcher(rollup);
        if (!line.find()) {
            throw new IOException("no " + name + " in the memory of a process");
        }
        return Double.parseDouble(line.group(1)) / KIB_PER_MIB;
    }
}
