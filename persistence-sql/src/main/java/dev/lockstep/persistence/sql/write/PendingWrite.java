package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.lock.Deadline;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A queued write unit and its waiting caller.
 *
 * <p>A caller that gives up must know that nothing is stored. So a unit is either withdrawn by its
 * caller or taken by the writer, whichever comes first; after it is taken, the caller waits for the
 * outcome, which the writer's own limits bound.
 */
final class PendingWrite<T> {
    private final WriteUnit<T> unit;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private @Nullable T result;

    PendingWrite(WriteUnit<T> unit) {
        this.unit = unit;
    }

    /** Returns the maximum number of orders it writes. */
    int orders() {
        return unit.orders();
    }

    /** Returns whether it stores a new order to be sent. */
    boolean opensOrder() {
        return unit.opensOrder();
    }

    /** Returns the ids of orders whose stored version it needs. */
    Collection<OrderId> needs() {
        return unit.needs();
    }

    /** Takes the unit for the writer; returns false if the caller has withdrawn it. */
    boolean take() {
        return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
    }

    /** Runs the unit; the result is published by {@link #stored}. */
    void run(Session session) throws SQLException {
        result = unit.run(session);
    }

    /** Completes the unit as committed. */
    @SuppressWarnings("NullAway") // run() has set it; null only if T allows it
    void stored() {
        answer.complete(result);
    }

    /** Completes the unit as failed: nothing is stored. */
    void failed(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Returns whether the outcome is known. */
    boolean ended() {
        return answer.isDone();
    }

    /**
     * Waits for the outcome. Withdraws the unit, if still possible, at the deadline or when a
     * preceding change is found to wait for another thread.
     */
    T await(Deadline deadline, StuckChange stuck, Supplier<RepositoryException> tooLate) {
        long sample = StuckChange.FIRST_SAMPLE_NANOS;
        try {
            while (true) {
                long wait = Math.clamp(deadline.nanosLeft(), 0, sample);
                sample = StuckChange.SAMPLE_NANOS;
                try {
                    return answer.get(wait, TimeUnit.NANOSECONDS);
                } catch (TimeoutException _) {
                    if (stuck.found() && withdraw()) {
                        throw waitsForThread();
                    }
                }
                if (deadline.passed()) {
                    return withdrawn(tooLate);
                }
            }
        } catch (InterruptedException _) {
            return interrupted();
        } catch (ExecutionException failed) {
            throw asCallers(failed.getCause());
        }
    }

    private T withdrawn(Supplier<RepositoryException> tooLate) {
        if (withdraw()) {
            throw tooLate.get();
        }
        return end();
    }

    private static RepositoryException waitsForThread() {
        return new RepositoryException(
                Reason.MISUSE,
                "a change inside a write waits for another thread, and this write would"
                        + " wait for it; nothing is stored. The change of an order may read"
                        + " nothing but the order passed to it");
    }

    private T interrupted() {
        Thread.currentThread().interrupt();
        if (withdraw()) {
            throw new RepositoryException(
                    Reason.INTERRUPTED, "interrupted while the write waited; nothing is stored");
        }
        return end();
    }

    private boolean withdraw() {
        return stage.compareAndSet(Stage.WAITING, Stage.WITHDRAWN);
    }

    private T end() {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw asCallers(failed.getCause());
        }
    }

    /** Returns the failure with the caller's stack trace instead of the writer's. */
    private static RuntimeException asCallers(@Nullable Throwable failure) {
        return switch (failure) {
            case RepositoryException named ->
                    new RepositoryException(
                            named.reason(), String.valueOf(named.getMessage()), named);
            case RuntimeException unnamed -> unnamed;
            case null, default ->
                    new RepositoryException(
                            Reason.MISUSE,
                            "the write failed: " + failure,
                            failure == null ? new IllegalStateException() : failure);
        };
    }

    private enum Stage {
        WAITING,
        TAKEN,
        WITHDRAWN
    }
}
