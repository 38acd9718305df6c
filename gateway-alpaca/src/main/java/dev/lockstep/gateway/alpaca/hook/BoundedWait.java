package dev.lockstep.gateway.alpaca.hook;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits a bounded time for work that goes on afterwards: a sender of alerts gives up after three
 * seconds, and a broker may take longer. Thread-safe.
 */
final class BoundedWait {
    private static final int MAX_RUNNING = 256;

    private final Executor background;
    private final Duration longest;
    private final Semaphore free = new Semaphore(MAX_RUNNING);

    BoundedWait(Executor background, Duration longest) {
        this.background = background;
        this.longest = longest;
    }

    /**
     * Returns the answer of the work, or the other one if it takes too long.
     *
     * @throws RefusedRequest if too much work is running
     */
    GatewayAnswer answer(Supplier<GatewayAnswer> work, Supplier<GatewayAnswer> tooLate) {
        if (!free.tryAcquire()) {
            throw new RefusedRequest(
                    Refusal.unavailable(
                            "nothing was stored or sent, try again: "
                                    + MAX_RUNNING
                                    + " alerts are waiting for the broker"));
        }
        CompletableFuture<GatewayAnswer> running =
                started(work).whenComplete((_, _) -> free.release());
        try {
            return running.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return tooLate.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return tooLate.get();
        } catch (ExecutionException failed) {
            throw unchecked(failed.getCause());
        }
    }

    /** The work declares no exception, so that its failure is unchecked. */
    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error fatal) {
            throw fatal;
        }
        return cause instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("an alert failed", cause);
    }

    private CompletableFuture<GatewayAnswer> started(Supplier<GatewayAnswer> work) {
        try {
            return CompletableFuture.supplyAsync(work, background);
        } catch (RejectedExecutionException stopping) {
            return CompletableFuture.failedFuture(
                    new RefusedRequest(
                            Refusal.unavailable(
                                    "nothing was stored or sent, try again: Lockstep is"
                                            + " stopping")));
        }
    }
}
