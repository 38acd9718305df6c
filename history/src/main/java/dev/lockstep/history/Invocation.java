package dev.lockstep.history;

import java.util.List;

/**
 * A request with its reply and the times of both, on one monotonic clock.
 *
 * @param client the number of the client, from 1
 * @param platform the number of the process that was asked, from 1
 * @param invokedNanos before the first byte was sent
 * @param returnedNanos after the reply was read, not before {@code invokedNanos}
 * @param request the request
 * @param reply the reply
 */
public record Invocation(
        int client,
        int platform,
        long invokedNanos,
        long returnedNanos,
        ClientRequest request,
        ClientReply reply) {
    public Invocation {
        if (returnedNanos < invokedNanos) {
            throw new IllegalArgumentException(
                    "returnedNanos: " + returnedNanos + " (expected: >= " + invokedNanos + ")");
        }
    }

    /** Returns the orders that the reply has; none where it is refused or missing. */
    List<SeenOrder> seen() {
        return reply instanceof ClientReply.Accepted accepted ? accepted.orders() : List.of();
    }

    /** Returns whether the reply was there before the other request was made. */
    boolean precedes(Invocation later) {
        return returnedNanos < later.invokedNanos;
    }
}
