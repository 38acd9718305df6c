package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/** Threads that start together, each writing its share of the fills one by one. */
final class Callers {
    private Callers() {}

    /** One write of one caller. */
    interface Write {
        void make(Load.Fill fill) throws Exception;
    }

    static Score run(Load load, int callers, ThreadFactory threads, Write write) throws Exception {
        List<List<Load.Fill>> shares = load.fills(callers);
        long[][] calls = new long[callers][];
        CountDownLatch ready = new CountDownLatch(callers);
        CountDownLatch go = new CountDownLatch(1);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> running = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            List<Load.Fill> share = shares.get(caller);
            long[] times = new long[share.size()];
            calls[caller] = times;
            Thread thread =
                    threads.newThread(() -> {
                        try {
                            ready.countDown();
                            go.await();
                            timed(share, times, write);
                        } catch (Throwable failed) {
                            failures.add(failed);
                        }
                    });
            thread.start();
            running.add(thread);
        }
        ready.await();
        long began = System.nanoTime();
        go.countDown();
        for (Thread thread : running) {
            thread.join();
        }
        long took = System.nanoTime() - began;
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a caller failed", failures.element());
        }
        return Score.of(load.updates(), took, joined(calls));
    }

    private static void timed(List<Load.Fill> share, long[] times, Write write) throws Exception {
        for (int i = 0; i < times.length; i++) {
            long began = System.nanoTime();
            write.make(share.get(i));
            times[i] = System.nanoTime() - began;
        }
    }

    private static long[] joined(long[][] parts) {
        return Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
    }
}
