package dev.lockstep.app.progress;

import dev.lockstep.domain.port.MonotonicClock;
import java.io.File;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for another process while that one makes progress, however slow the machine is: it gives up
 * when the process has used no processor time for long.
 */
public final class StartWait {
    private static final Logger LOG = LoggerFactory.getLogger(StartWait.class);
    private static final Duration STANDSTILL = Duration.ofMinutes(3);
    private static final Duration BETWEEN_REMARKS = Duration.ofSeconds(20);

    private final String what;
    private final File log;
    private final MonotonicClock clock;
    private final long began;
    private long lastProgress;
    private long lastRemark;
    private Duration processorTime = Duration.ZERO;

    /**
     * Starts to wait.
     *
     * @param what the process, for messages
     * @param log its log file
     */
    public StartWait(String what, File log, MonotonicClock clock) {
        this.what = what;
        this.log = log;
        this.clock = clock;
        this.began = clock.nanoTime();
        this.lastProgress = began;
        this.lastRemark = began;
    }

    /**
     * Returns whether it has used the processor not long ago; says now and then what is waited for.
     */
    public boolean goesOn(ProcessHandle process) {
        return goesOn(process.info().totalCpuDuration());
    }

    /** A process whose processor time is not known counts as standing still. */
    boolean goesOn(Optional<Duration> usedInAll) {
        long now = clock.nanoTime();
        Duration used = usedInAll.orElse(processorTime);
        if (used.compareTo(processorTime) > 0) {
            processorTime = used;
            lastProgress = now;
        }
        if (now - lastRemark >= BETWEEN_REMARKS.toNanos()) {
            lastRemark = now;
            LOG.warn(
                    "still waiting for {}, {} s so far; its log: {}",
                    what,
                    Duration.ofNanos(now - began).toSeconds(),
                    log);
        }
        return now - lastProgress < STANDSTILL.toNanos();
    }
}
