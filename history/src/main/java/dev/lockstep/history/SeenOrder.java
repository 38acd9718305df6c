package dev.lockstep.history;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as the REST API answered it.
 *
 * @param id its id at the platform
 * @param key the key under which it was submitted; null if none was given
 * @param clientOrderId the id by which the exchange knows it
 * @param terms what it is to trade
 * @param status its status, in lower case
 * @param version the number of its changes
 * @param filledQty the number of shares that have traded
 * @param cancelRequested whether its cancel is wanted
 */
public record SeenOrder(
        String id,
        @Nullable String key,
        String clientOrderId,
        SubmittedTerms terms,
        String status,
        long version,
        BigDecimal filledQty,
        boolean cancelRequested) {
    /** The exchange keeps no order that it refuses at once. */
    private static final Set<String> NOT_SURELY_AT_EXCHANGE =
            Set.of("denied", "never_accepted", "rejected");

    /** The same key is then a new attempt. */
    private static final Set<String> TRIED_AGAIN = Set.of("denied", "never_accepted");

    private static final Set<String> ENDED =
            Set.of(
                    "filled",
                    "canceled",
                    "expired",
                    "replaced",
                    "rejected",
                    "denied",
                    "never_accepted");
    private static final Set<String> UNANSWERED =
            Set.of("pending_submit", "unknown", "pending_cancel", "pending_replace");

    /** Returns whether nothing changes any more, except by a submit under its key. */
    public boolean ended() {
        return ENDED.contains(status);
    }

    /** Returns whether a submit under its key is a new attempt, so that it may go on. */
    boolean mayBeTriedAgain() {
        return TRIED_AGAIN.contains(status);
    }

    /** Returns whether an answer of the exchange is missing. */
    public boolean unanswered() {
        return UNANSWERED.contains(status);
    }

    /** Returns whether the exchange need not have it, because it was refused here or there. */
    boolean mayBeAbsent() {
        return NOT_SURELY_AT_EXCHANGE.contains(status);
    }

    /** Returns whether both are one state of an order. */
    boolean sameStateAs(SeenOrder other) {
        return status.equals(other.status)
                && filledQty.compareTo(other.filledQty) == 0
                && cancelRequested == other.cancelRequested;
    }
}
