package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each of the broker's seventeen status words means. */
final class StatusWords {
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
                    // The broker has it, no venue has accepted it yet.
                    Map.entry("accepted", OrderStatus.ACCEPTED),
                    Map.entry("pending_new", OrderStatus.ACCEPTED),
                    // At the venue, which is still finding a price.
                    Map.entry("accepted_for_bidding", OrderStatus.ACCEPTED),
                    // A trade is promised and has not happened: still working.
                    Map.entry("stopped", OrderStatus.NEW),
                    // Finished for the day, filled or not, which of the two is told later.
                    Map.entry("calculated", OrderStatus.DONE_FOR_DAY));

    private StatusWords() {}

    static ReportedStatus read(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return new ReportedStatus.Unrecognized("(none)");
        }
        OrderStatus meaning = MEANINGS.get(word);
        return meaning == null
                ? new ReportedStatus.Unrecognized(printable(word))
                : new ReportedStatus.Known(word, meaning);
    }

    private static String printable(String word) {
        String visible = word.replaceAll("\\p{Cntrl}", "?");
        return visible.substring(0, Math.min(visible.length(), ReportedStatus.MAX_CHARS));
    }
}
