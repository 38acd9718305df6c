package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps Alpaca's seventeen order statuses to {@link OrderStatus}. */
final class StatusMapper {
    private static final Map<String, OrderStatus> MEANINGS =
            Map.ofEntries(
                    Map.entry("new", OrderStatus.NEW),
                    Map.entry("partially_filled", OrderStatus.PARTIALLY_FILLED),
                    Map.entry("filled", OrderStatus.FILLED),
                    Map.entry("done_for_day", OrderStatus.DONE_FOR_DAY),
                    Map.entry("canceled", OrderStatus.CANCELED),
                    Map.entry("expired", OrderStatus.EXPIRED),
                    Map.entry("replaced", OrderStatus.REPLACED),
                    Map.entry("pending_cancel", OrderStatus.PENDING_CANCEL),
                    Map.entry("pending_replace", OrderStatus.PENDING_REPLACE),
                    Map.entry("rejected", OrderStatus.REJECTED),
                    Map.entry("suspended", OrderStatus.SUSPENDED),
                    Map.entry("held", OrderStatus.HELD),
                    // Received by the broker, not yet accepted by a venue.
                    Map.entry("accepted", OrderStatus.ACCEPTED),
                    Map.entry("pending_new", OrderStatus.ACCEPTED),
                    // At the venue, which is still determining a price.
                    Map.entry("accepted_for_bidding", OrderStatus.ACCEPTED),
                    // A trade is guaranteed but has not happened; the order is still working.
                    Map.entry("stopped", OrderStatus.NEW),
                    // Done for the day; whether it filled is reported later.
                    Map.entry("calculated", OrderStatus.DONE_FOR_DAY));

    private StatusMapper() {}

    static ReportedStatus read(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return new ReportedStatus.Unrecognized("(none)");
        }
        OrderStatus meaning = MEANINGS.get(status);
        return meaning == null
                ? new ReportedStatus.Unrecognized(printable(status))
                : new ReportedStatus.Known(status, meaning);
    }

    private static String printable(String status) {
        String visible = status.replaceAll("\\p{Cntrl}", "?");
        return visible.substring(0, Math.min(visible.length(), ReportedStatus.MAX_CHARS));
    }
}
