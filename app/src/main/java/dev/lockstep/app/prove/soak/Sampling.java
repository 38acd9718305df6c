package dev.lockstep.app.prove.soak;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.prove.history.RunConditions;
import dev.lockstep.app.prove.history.ServingProcess;
import dev.lockstep.domain.port.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conditions in which nothing is disturbed, and everything is sampled now and then. */
public final class Sampling implements RunConditions {
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(1);
    private static final Duration MAX_INTERVAL = Duration.ofSeconds(5);
    private static final int SAMPLES = 60;

    private final ProcFiles files = new ProcFiles(Path.of("/proc"));
    private final Path wal;
    private final Duration interval;
    private final MonotonicClock clock;
    private final Pause pause;
    private final List<SoakSample> samples = new ArrayList<>();
    private List<ServingProcess> processes = List.of();
    private long beganNanos;

    /**
     * Creates conditions that have not begun.
     *
     * @param database the database of the processes
     * @param length how long they are sampled: every five seconds, more often if that is short
     */
    public Sampling(Path database, Duration length, MonotonicClock clock, Pause pause) {
        this.wal = database.resolveSibling(database.getFileName() + "-wal");
        this.interval = interval(length);
        this.clock = clock;
        this.pause = pause;
    }

    /** Returns whether this system says what its processes use; else the WAL alone is sampled. */
    public boolean seesProcesses() {
        return files.available();
    }

    @Override
    public String phase() {
        return "memory, threads, files and WAL are sampled";
    }

    @Override
    public List<String> runOptions() {
        return List.of();
    }

    @Override
    public void begin(List<ServingProcess> all) {
        processes = List.copyOf(all);
        beganNanos = clock.nanoTime();
        sample();
    }

    @Override
    public void next() throws InterruptedException {
        pause.of(interval);
        sample();
    }

    @Override
    public void end() {
        // It has disturbed nothing.
    }

    @Override
    public Map<String, Integer> counts() {
        return Map.of();
    }

    /** Returns all samples so far. */
    public List<SoakSample> samples() {
        return List.copyOf(samples);
    }

    static Duration interval(Duration length) {
        Duration wanted = length.dividedBy(SAMPLES);
        if (wanted.compareTo(MIN_INTERVAL) < 0) {
            return MIN_INTERVAL;
        }
        return wanted.compareTo(MAX_INTERVAL) > 0 ? MAX_INTERVAL : wanted;
    }

    private void sample() {
        List<ProcessSample> each = new ArrayList<>();
        for (int number = 1; number <= processes.size(); number++) {
            files.sample(number, processes.get(number - 1).handle().pid()).ifPresent(each::add);
        }
        samples.add(new SoakSample(clock.since(beganNanos).toSeconds(), walBytes(), each));
    }

    private long walBytes() {
        try {
            return Files.size(wal);
        } catch (IOException absent) {
            return 0;
        }
    }
}
