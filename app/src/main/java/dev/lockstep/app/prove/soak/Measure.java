package dev.lockstep.app.prove.soak;

import java.util.stream.Stream;

/** What is sampled, and how much it may grow for reasons other than a leak. */
public enum Measure {
    /** Not swapped out; a JVM takes it as the heap is first used, and seldom gives it back. */
    RESIDENT_MEMORY("resident-memory", "Resident memory, MiB", Measure.MEBIBYTE, 8) {
        @Override
        Stream<Point> points(SoakSample sample) {
            return sample.processes().stream()
                    .map(each -> new Point(each.process(), sample.second(), each.residentBytes()));
        }
    },
    /** Platform threads. */
    THREADS("threads", "Threads", 1, 5) {
        @Override
        Stream<Point> points(SoakSample sample) {
            return sample.processes().stream()
                    .map(each -> new Point(each.process(), sample.second(), each.threads()));
        }
    },
    /** Files, sockets and pipes. */
    OPEN_FILES("open-files", "Open files and sockets", 1, 10) {
        @Override
        Stream<Point> points(SoakSample sample) {
            return sample.processes().stream()
                    .map(each -> new Point(each.process(), sample.second(), each.openFiles()));
        }
    },
    /** The WAL that the processes share. */
    WAL("wal", "WAL of the database, MiB", Measure.MEBIBYTE, 8) {
        @Override
        Stream<Point> points(SoakSample sample) {
            return Stream.of(new Point(SHARED, sample.second(), sample.walBytes()));
        }
    };

    /** The number of the process where all share something. */
    static final int SHARED = 0;

    private static final long MEBIBYTE = 1_024 * 1_024;

    private final String word;
    private final String title;
    private final long perUnit;
    private final long slackUnits;

    Measure(String word, String title, long perUnit, long slackUnits) {
        this.word = word;
        this.title = title;
        this.perUnit = perUnit;
        this.slackUnits = slackUnits;
    }

    /** A value of one process at one time. */
    record Point(int process, long second, long value) {}

    /** Returns the values in a sample, one for each process. */
    abstract Stream<Point> points(SoakSample sample);

    /** Returns its name in reports. */
    public String word() {
        return word;
    }

    /** Returns its name in charts, with its unit if it has one. */
    String title() {
        return title;
    }

    /** Returns how many bytes, threads or files a unit is. */
    long perUnit() {
        return perUnit;
    }

    /** Returns the growth that says nothing, in bytes, threads or files. */
    long slack() {
        return slackUnits * perUnit;
    }
}
