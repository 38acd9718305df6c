package dev.lockstep.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Numbered calls, made by several threads at once, each of which waits for its answers. */
public final class ConcurrentCalls {
    private ConcurrentCalls() {}

    /** One call. */
    public interface Call {
        /** Makes the call with this number. */
        void make(int number) throws Exception;
    }

    /**
     * Makes the calls 0 to {@code count - 1}.
     *
     * @throws IllegalStateException if one fails; the others of its thread are not made
     */
    public static Score run(int count, int threads, Call call) throws InterruptedException {
        long[] callNanos = new long[count];
        List<Future<?>> running = new ArrayList<>();
        long began = System.nanoTime();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                int from = (int) ((long) count * thread / threads);
                int to = (int) ((long) count * (thread + 1) / threads);
                running.add(
                        executor.submit(() -> {
                            for (int number = from; number < to; number++) {
                                long asked = System.nanoTime();
                                call.make(number);
                                callNanos[number] = System.nanoTime() - asked;
                            }
                            return null;
                        }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a call failed", failed.getCause());
        }
        return Score.of(count, System.nanoTime() - began, callNanos);
    }
}
