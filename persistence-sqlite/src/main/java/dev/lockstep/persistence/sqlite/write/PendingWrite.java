package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.lock.Deadline;
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
 * A unit on its way through the writer, with the caller who waits for it.
 *
 * <p>A caller who gives up must know that nothing is stored. So a unit is either withdrawn by its
 * caller or taken by the writer, and who comes first decides; once it is taken the caller waits for
 * the end, which the writer's own bounds bring.
 */
final class PendingWrite<T> {
    private final WriteUnit<T> unit;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private @Nullable T result;

    PendingWrite(WriteUnit<T> unit) {
        this.unit = unit;
    }

    /** How many orders it touches at most. */
    int orders() {
        return unit.orders();
    }

    /** Whether it is a new order that is to be sent. */
    boolean opensOrder() {
        return unit.opensOrder();
    }

    /** The orders of which it needs the stored version. */
    Collection<OrderId> needs() {
        return unit.needs();
    }

    /** The writer takes it; false if the caller has given up. */
    boolean take() {
        return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
    }

    /** Runs it; the result is told only by {@link #stored}. */
    void run(Session session) throws SQLException {
        result = unit.run(session);
    }

    /** It is committed. */
    @SuppressWarnings("NullAway") // run() came before and set it; null only where T allows it
    void stored() {
        answer.complete(result);
    }

    /** Nothing of it is stored. */
    void failed(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Whether its end is known. */
    boolean ended() {
        return answer.isDone();
    }

    /**
     * Waits for the end. Gives up, if it can still be withdrawn then, at the deadline or once a
     * change before it is found to wait for another thread.
     */
    T await(Deadline deadline, StuckChange stuck, Supplier<RepositoryException> tooLate) {
        try {
            while (true) {
                long wait = Math.clamp(deadline.nanosLeft(), 0, StuckChange.SAMPLE_NANOS);
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
                "a change that runs inside a write waits for another thread, and this write would"
                        + " wait for it; nothing is stored. The change of an order may look at"
                        + " nothing but the order it is handed");
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

    /** The failure with the caller's own stack, not the writer's. */
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
