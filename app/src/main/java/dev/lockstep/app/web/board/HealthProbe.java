package dev.lockstep.app.web.board;

import dev.lockstep.app.web.board.HealthAnswer.Known;
import dev.lockstep.app.web.board.HealthAnswer.StoreAway;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.report.Health;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks the health within a bound: monitors wait for about a second. Callers share one check; one
 * that was not done in time is not waited for again. Thread-safe.
 */
public final class HealthProbe {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Supplier<Health> check;
    private final InstantSource clock;
    private final Executor background;
    private @Nullable Running running;

    /**
     * Creates a probe.
     *
     * @param check reads the store
     * @param background runs the checks
     */
    public HealthProbe(Supplier<Health> check, InstantSource clock, Executor background) {
        this.check = check;
        this.clock = clock;
        this.background = background;
    }

    /** Returns the health. */
    public HealthAnswer answer() {
        Running now = running();
        try {
            Duration wait = now.late ? Duration.ZERO : LONGEST_WAIT;
            return new Known(now.health.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            now.late = true;
            return away("the store has not answered within " + LONGEST_WAIT.toMillis() + " ms");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return away("interrupted while the store was read");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RepositoryException store) {
                return away(String.valueOf(store.getMessage()));
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private StoreAway away(String text) {
        return new StoreAway(clock.instant(), text);
    }

    private synchronized Running running() {
        Running last = running;
        if (last == null || last.health.isDone()) {
            last = new Running(CompletableFuture.supplyAsync(check, background));
            running = last;
        }
        return last;
    }

    private static final class Running {
        private final CompletableFuture<Health> health;
        private volatile boolean late;

        private Running(CompletableFuture<Health> health) {
            this.health = health;
        }
    }
}
