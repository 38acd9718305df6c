package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.store.RepositoryException;

/**
 * Sends the cancel of an order whose request cannot be stored: a full or broken disk must not keep
 * an order working. The next sync stores what became of it.
 */
final class CancelUnstored {
    private final Broker broker;

    CancelUnstored(Broker broker) {
        this.broker = broker;
    }

    /**
     * Returns whether the store failed so that a cancel must not wait for it; misuse does not
     * count.
     */
    static boolean needed(RepositoryException failure) {
        return switch (failure.reason()) {
            case LOCK_TIMEOUT,
                    READ_TIMEOUT,
                    HALTED,
                    OVERLOADED,
                    DISK_FULL,
                    READ_ONLY,
                    IO_ERROR,
                    CORRUPT,
                    INCOMPATIBLE,
                    REPLACED,
                    COMMIT_UNKNOWN ->
                    true;
            case FENCED, INTERRUPTED, CLOSED, MISUSE -> false;
        };
    }

    /** Sends it, where the broker has named the order. */
    CancelResult send(Order order, RepositoryException failure) {
        if (order.status().closed()) {
            return new CancelResult.TooLate(order);
        }
        BrokerOrderId id = order.brokerOrderId();
        return id == null
                ? result(
                        order,
                        "no cancel was sent, for the broker has not named the order yet",
                        failure)
                : answered(order, broker.cancel(id), failure);
    }

    /** Returns the same where the broker was asked already. */
    CancelResult answered(Order order, CancelAnswer answer, RepositoryException failure) {
        return result(order, text(answer), failure);
    }

    private static CancelResult result(Order order, String text, RepositoryException failure) {
        return new CancelResult.Unstored(
                order, text + "; the request is not stored: " + failure.getMessage());
    }

    private static String text(CancelAnswer answer) {
        return switch (answer) {
            case CancelAnswer.Requested _ -> "the broker accepted the cancel";
            case CancelAnswer.Refused refused ->
                    "the broker refused the cancel (" + refused.text() + ")";
            case CancelAnswer.Absent _ -> "the broker has no such order";
            case CancelAnswer.Unresolved missing ->
                    "the broker has not answered the cancel (" + missing.text() + ")";
        };
    }
}
