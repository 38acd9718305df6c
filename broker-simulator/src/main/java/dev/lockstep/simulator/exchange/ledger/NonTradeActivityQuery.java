package dev.lockstep.simulator.exchange.ledger;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filter for activities other than trades; the bounds are exclusive.
 *
 * @param types the types to list; empty for all
 * @param past the last activity of the previous page
 */
public record NonTradeActivityQuery(
        Set<String> types,
        @Nullable Instant after,
        @Nullable Instant until,
        boolean ascending,
        int limit,
        @Nullable UUID past) {
    boolean matches(NonTradeActivity booking) {
        return (types.isEmpty() || types.contains(booking.type()))
                && (after == null || booking.at().isAfter(after))
                && (until == null || booking.at().isBefore(until));
    }
}
