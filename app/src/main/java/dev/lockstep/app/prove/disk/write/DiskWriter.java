package dev.lockstep.app.prove.disk.write;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.platform.StressBook;
import dev.lockstep.app.prove.disk.library.DiskControl;
import dev.lockstep.app.prove.disk.library.DiskFault;
import dev.lockstep.app.prove.disk.write.LoggedWrite.Event;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A process that writes to a database in rounds: several callers at a time, now and then a pause in
 * which the WAL is checkpointed, and in the middle third a fault, if there is one, which lasts
 * longer if it is noticed later.
 */
public final class DiskWriter {
    private static final int CALLERS = 4;
    private static final int STEPS_IN_ROUND = 8;
    private static final int MAX_SKIPPED_CALLS = 40;
    private static final int MAX_ROOM_BYTES = 256 << 10;

    /** A full disk is noticed only once the WAL has to grow. */
    private static final int MAX_ROUNDS = 200;

    private static final int MAX_PAUSE_MILLIS = 200;
    private static final Duration MAX_RECOVERY = Duration.ofSeconds(60);
    private static final Duration POLL_PAUSE = Duration.ofMillis(50);

    private final StressBook book;
    private final PlatformClock clock;
    private final Pause pause;
    private final DiskControl control;
    private final @Nullable DiskFault fault;
    private final SplittableRandom random;

    /**
     * Creates a writer.
     *
     * @param control makes the fault happen
     * @param fault the fault, null for none
     */
    public DiskWriter(
            StressBook book,
            PlatformClock clock,
            Pause pause,
            DiskControl control,
            @Nullable DiskFault fault,
            long seed) {
        this.book = book;
        this.clock = clock;
        this.pause = pause;
        this.control = control;
        this.fault = fault;
        this.random = new SplittableRandom(seed);
    }

    /** Makes about so many writes, and logs them in a folder. */
    public void write(Path folder, int writes) throws IOException, InterruptedException {
        int rounds = Math.max(3, writes / (CALLERS * STEPS_IN_ROUND));
        try (WriteLog log = new WriteLog(folder);
                ExecutorService threads = Threads.callers(CALLERS)) {
            List<DiskCaller> callers = callers(log);
            rounds(rounds / 3, callers, threads);
            if (fault != null) {
                begin(fault, log);
                for (int round = 0; control.fired() == 0 && round < MAX_ROUNDS; round++) {
                    rounds(1, callers, threads);
                }
            }
            rounds(rounds / 3, callers, threads);
            if (fault != null) {
                end(log);
            }
            rounds(rounds / 3, callers, threads);
        }
    }

    private List<DiskCaller> callers(WriteLog log) {
        List<DiskCaller> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            callers.add(
                    new DiskCaller(
                            book.repository(),
                            book.ids(),
                            clock,
                            log,
                            random.split(),
                            number == 0));
        }
        return callers;
    }

    private void rounds(int count, List<DiskCaller> callers, ExecutorService threads)
            throws InterruptedException {
        for (int round = 0; round < count; round++) {
            round(callers, threads);
            if (random.nextInt(3) == 0) {
                pause.of(Duration.ofMillis(random.nextInt(MAX_PAUSE_MILLIS)));
            }
        }
    }

    private static void round(List<DiskCaller> callers, ExecutorService threads)
            throws InterruptedException {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (DiskCaller caller : callers) {
            work.add(() -> {
                for (int step = 0; step < STEPS_IN_ROUND; step++) {
                    caller.step();
                }
                return true;
            });
        }
        for (Future<Boolean> done : threads.invokeAll(work)) {
            try {
                done.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private void begin(DiskFault begins, WriteLog log) {
        log.add(new LoggedWrite.Noted(Event.FAULT, begins.word()));
        control.begin(begins, random.nextInt(MAX_SKIPPED_CALLS), random.nextInt(MAX_ROOM_BYTES));
    }

    private void end(WriteLog log) throws InterruptedException {
        control.end();
        log.add(new LoggedWrite.Noted(Event.ENDED, control.fired() + " calls failed"));
        long began = clock.nanoTime();
        while (!(book.inspection().health() instanceof StoreHealth.Sound)) {
            if (clock.since(began).compareTo(MAX_RECOVERY) > 0) {
                log.add(
                        new LoggedWrite.Noted(
                                Event.ERROR, "new orders are refused after the fault"));
                return;
            }
            pause.of(POLL_PAUSE);
        }
        log.add(new LoggedWrite.Noted(Event.RECOVERED, "new orders are accepted"));
    }
}
