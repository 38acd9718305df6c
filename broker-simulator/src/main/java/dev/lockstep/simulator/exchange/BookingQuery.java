package dev.lockstep.simulator.exchange;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries that are no trades to list; the bounds are exclusive.
 *
 * @param types only those of these types; none for all
 * @param past the last entry of the page before
 */
public record BookingQuery(
        Set<String> types,
        @Nullable Instant after,
        @Nullable Instant until,
        boolean ascending,
        int limit,
        @Nullable UUID past) {
    boolean matches(Booking booking) {
        return (types.isEmpty() || types.contains(booking.type()))
                && (after == null || booking.at().isAfter(after))
                && (until == null || booking.at().isBefore(until));
    }
}
